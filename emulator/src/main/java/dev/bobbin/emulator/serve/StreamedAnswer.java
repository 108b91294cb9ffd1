package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.invoke.StreamHead;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a streaming function makes on to its caller, piece by piece. Pieces wait here, not in the engine, for a
 * caller that reads slowly; one that lags too far behind is let go.
 */
final class StreamedAnswer implements InvocationListener {

    /** Headers that the server itself answers for. */
    private static final Set<String> OWN_HEADERS =
            Set.of("content-length", "transfer-encoding", "connection", "date", "content-type");

    private final InvocationListener logs;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final StreamBacklog backlog;
    private final AtomicLong waiting = new AtomicLong();

    private final Patience patience;
    private final AnswerRoom.Share room;

    /** Set once a piece could not wait any more: from then on the caller gets nothing. */
    private volatile boolean lagging;

    private volatile @Nullable PatientOutput out;

    private volatile @Nullable StreamHead head;

    /** What the engine tells, in order. */
    private sealed interface Event {
        record Begin(StreamHead head) implements Event {}

        record Piece(byte[] bytes) implements Event {}

        record End() implements Event {}
    }

    /**
     * @param logs gets what is logged
     * @param backlog bounds what waits for this and other callers
     * @param room where the whole of the stream waits to be kept in the history
     */
    StreamedAnswer(InvocationListener logs, StreamBacklog backlog, Patience patience, AnswerRoom.Share room) {
        this.logs = logs;
        this.backlog = backlog;
        this.patience = patience;
        this.room = room;
    }

    @Override
    public void awaitRoom(long characters) {
        room.await(characters);
    }

    @Override
    public void log(LogLine line) {
        logs.log(line);
    }

    @Override
    public void stream(StreamHead head) {
        this.head = head;
        events.add(new Event.Begin(head));
    }

    @Override
    public void chunk(StreamChunk chunk) {
        if (lagging) {
            return;
        }
        byte[] bytes = chunk.base64()
                ? Base64.getDecoder().decode(chunk.data())
                : chunk.data().getBytes(StandardCharsets.UTF_8);
        if (backlog.hold(waiting.get(), bytes.length)) {
            waiting.addAndGet(bytes.length);
            events.add(new Event.Piece(bytes));
        } else {
            events.removeIf(event -> event instanceof Event.Piece piece && dropped(piece));
            lagging = true;
            @Nullable PatientOutput begun = out;
            if (begun != null) {
                begun.letGo();
            }
        }
    }

    private boolean dropped(Event.Piece piece) {
        waiting.addAndGet(-piece.bytes().length);
        backlog.release(piece.bytes().length);
        return true;
    }

    /** How much of its answer the caller has been sent. */
    enum Sent {
        NOTHING,
        BEGINNING,
        WHOLE
    }

    /** What came of the call. */
    record Outcome(InvocationResult result, Sent sent) {}

    /**
     * Writes pieces as they come, until the call has ended. The function runs to its end even when the caller goes away.
     *
     * @param ended the result, best {@linkplain #withoutWhole without} what has been streamed already
     * @throws InterruptedException when the endpoint is being closed
     */
    Outcome follow(CompletableFuture<InvocationResult> ended, HttpExchange exchange, String invocationId)
            throws InterruptedException {
        ended.thenRun(() -> events.add(new Event.End()));
        @Nullable StreamHead begun = null;
        Sent sent = Sent.NOTHING;
        for (Event event = events.take(); !(event instanceof Event.End); event = events.take()) {
            int taken = 0;
            try {
                switch (event) {
                    case Event.Begin begin -> begun = begin.head();
                    case Event.Piece piece -> {
                        waiting.addAndGet(-piece.bytes().length);
                        taken = piece.bytes().length;
                        if (begun != null && sent == Sent.NOTHING) {
                            // Not before the first piece: a function that fails until then is answered with the
                            // envelope.
                            sent = Sent.BEGINNING;
                            out = new PatientOutput(begin(exchange, begun, invocationId), patience);
                        }
                        write(piece.bytes());
                    }
                    case Event.End _ -> {}
                }
            } catch (IOException gone) {
                out = null;
            } finally {
                // Not before it is written: until then it takes memory.
                backlog.release(taken);
            }
        }
        InvocationResult result = ended.join();
        if (begun != null && sent == Sent.NOTHING && succeeded(result)) {
            // What was dropped is no empty answer: the connection is cut off.
            sent = lagging ? Sent.BEGINNING : beginEmpty(exchange, begun, invocationId);
        } else if (out != null && !lagging && succeeded(result)) {
            sent = Sent.WHOLE;
        }
        return new Outcome(result, sent);
    }

    private void write(byte[] bytes) throws IOException {
        @Nullable PatientOutput caller = out;
        if (caller != null && !lagging) {
            caller.write(bytes);
            caller.flush();
        }
    }

    /** Answers with the head of a stream without pieces. */
    private static Sent beginEmpty(HttpExchange exchange, StreamHead head, String invocationId) {
        try {
            begin(exchange, head, invocationId);
            return Sent.WHOLE;
        } catch (IOException gone) {
            return Sent.BEGINNING;
        }
    }

    private static OutputStream begin(HttpExchange exchange, StreamHead head, String invocationId) throws IOException {
        head.headers().forEach((name, value) -> {
            boolean clean = name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") && value.matches("[\\x20-\\x7e\\t]*");
            if (clean && !OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().set(name, value);
            }
        });
        boolean cleanType = head.mediaType().matches("[\\x20-\\x7e]+");
        exchange.getResponseHeaders().set("Content-Type", cleanType ? head.mediaType() : "text/plain");
        exchange.getResponseHeaders().set(CallerHeaders.INVOCATION_ID, invocationId);
        int status = head.sentStatus();
        boolean bodiless = status == 204 || status == 304;
        exchange.sendResponseHeaders(status, bodiless ? -1 : 0);
        return bodiless ? OutputStream.nullOutputStream() : exchange.getResponseBody();
    }

    /** The result without the stream's content, which is sent piece by piece: a slow caller must not hold it twice. */
    InvocationResult withoutWhole(InvocationResult result) {
        return head != null && succeeded(result) && result instanceof InvocationResult.Answered answered
                ? answered.withoutOutput()
                : result;
    }

    private static boolean succeeded(InvocationResult result) {
        return result instanceof InvocationResult.Answered answered
                && answered.envelope().status() == Status.SUCCEEDED;
    }
}
