package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.bobbin.emulator.invoke.Invocation;
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

    /** Set once a piece could not wait any more: from then on the caller gets nothing. */
    private volatile boolean lagging;

    /** What the engine tells, in order. */
    private sealed interface Event {
        record Begin(StreamHead head) implements Event {}

        record Piece(byte[] bytes) implements Event {}

        record End() implements Event {}
    }

    /**
     * @param logs gets what is logged
     * @param backlog bounds what waits for this and other callers
     */
    StreamedAnswer(InvocationListener logs, StreamBacklog backlog) {
        this.logs = logs;
        this.backlog = backlog;
    }

    @Override
    public void log(LogLine line) {
        logs.log(line);
    }

    @Override
    public void stream(StreamHead head) {
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
            lagging = true;
            events.removeIf(event -> event instanceof Event.Piece piece && released(piece));
        }
    }

    private boolean released(Event.Piece piece) {
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
     * @throws InterruptedException when the endpoint is being closed
     */
    Outcome follow(Invocation invocation, HttpExchange exchange, String invocationId) throws InterruptedException {
        invocation.result().thenRun(() -> events.add(new Event.End()));
        @Nullable StreamHead head = null;
        @Nullable OutputStream out = null;
        Sent sent = Sent.NOTHING;
        for (Event event = events.take(); !(event instanceof Event.End); event = events.take()) {
            try {
                switch (event) {
                    case Event.Begin begin -> head = begin.head();
                    case Event.Piece piece -> {
                        released(piece);
                        if (head != null && sent == Sent.NOTHING) {
                            // Not before the first piece: a function that fails until then is answered with the
                            // envelope.
                            sent = Sent.BEGINNING;
                            out = begin(exchange, head, invocationId);
                        }
                        if (out != null) {
                            write(out, piece.bytes());
                        }
                    }
                    case Event.End _ -> {}
                }
            } catch (IOException gone) {
                out = null;
            }
        }
        InvocationResult result = invocation.result().join();
        if (head != null && sent == Sent.NOTHING && succeeded(result)) {
            sent = beginEmpty(exchange, head, invocationId);
        } else if (out != null && !lagging && succeeded(result)) {
            sent = Sent.WHOLE;
        }
        return new Outcome(result, sent);
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

    private void write(OutputStream out, byte[] bytes) throws IOException {
        if (lagging) {
            throw new IOException("the caller does not keep up");
        }
        out.write(bytes);
        out.flush();
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
        int status = head.httpStatus() >= 200 && head.httpStatus() <= 599 ? head.httpStatus() : 200;
        exchange.sendResponseHeaders(status, 0);
        return exchange.getResponseBody();
    }

    private static boolean succeeded(InvocationResult result) {
        return result instanceof InvocationResult.Answered answered
                && answered.envelope().status() == Status.SUCCEEDED;
    }
}
