package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.KeptLines;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Calls functions for requests: reads the body, waits for its turn, runs, answers, then tells the listener, whose log and
 * history are no business of the caller.
 */
final class FunctionCalls implements AutoCloseable {

    /** Characters of an answer from which on the engine keeps it until there is room. */
    private static final int LARGE = 1024 * 1024;

    private final EndpointSettings settings;
    private final Workspace workspace;
    private final Invoker invoker;
    private final EndpointListener listener;
    private final BodyReader bodies = new BodyReader();
    private final StreamBacklog backlog = new StreamBacklog();
    private final Semaphore turns;
    private final Patience patience;
    private final Untold untold = new Untold();

    /** Small answers have room of their own, so that they need not wait for large ones. */
    private final AnswerRoom smallAnswers = new AnswerRoom(HeapShare.of(32));

    private final AnswerRoom largeAnswers = new AnswerRoom(HeapShare.of(16));

    /**
     * @param atOnce calls carried out at the same time; further ones wait, and their time limit begins with their turn
     * @param patience how long a caller may read nothing while something waits for it
     */
    FunctionCalls(
            EndpointSettings settings,
            Workspace workspace,
            Invoker invoker,
            EndpointListener listener,
            int atOnce,
            Duration patience) {
        this.settings = settings;
        this.workspace = workspace;
        this.invoker = invoker;
        this.listener = listener;
        this.turns = new Semaphore(atOnce, true);
        this.patience = new Patience(patience);
    }

    void carryOut(HttpExchange exchange, ServedCode code, String function) throws IOException, Problem {
        Instant time = Instant.now();
        long limit = settings.profile().requestBytes();
        try (BodyReader.Body body = bodies.read(exchange.getRequestBody(), limit)) {
            boolean tooLarge = body.size() > limit;
            String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
            RequestText.requirePlain(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            String text = tooLarge ? "{}" : RequestText.of(contentType, body.bytes());
            InvocationRequest request = new InvocationRequest(
                    CallerHeaders.invocationId(exchange.getRequestHeaders()),
                    function,
                    text,
                    settings.profile(),
                    settings.timeLimit(),
                    CallerHeaders.user(exchange.getRequestHeaders(), settings.user()),
                    settings.circumstances());
            KeptLines logs = new KeptLines();
            RequestText.unread(contentType, body.bytes())
                    .ifPresent(remark -> logs.add(new LogLine(time, LogLine.Level.WARNING, remark)));
            Consumer<InvocationResult> ended =
                    result -> listener.called(new ServedCall(time, request, code, result, logs.kept()));
            if (tooLarge) {
                answer(exchange, Invoker.tooLarge(request, body.size()), false, ended);
            } else if (streams(code, function)) {
                stream(exchange, code, request, logs, ended);
            } else {
                call(exchange, code, request, logs, ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "Closing", "Bobbin is being closed.");
        }
    }

    private static boolean streams(ServedCode code, String function) {
        return code.function(function).filter(FunctionSignature::streaming).isPresent();
    }

    /** Reads what is left of a body that nobody wants, so that the client gets to read the answer. */
    void discardBody(HttpExchange exchange) throws IOException {
        try {
            bodies.read(exchange.getRequestBody(), 0).close();
        } catch (Problem endless) {
            // Then the client is answered in the middle of its sending.
        }
    }

    /**
     * Calls a function and sends its answer, which is kept within the room for answers until it is sent.
     *
     * @param ended hears of the end of the function
     */
    private void call(
            HttpExchange exchange,
            ServedCode code,
            InvocationRequest request,
            KeptLines logs,
            Consumer<InvocationResult> ended)
            throws InterruptedException, IOException, Problem {
        try (AnswerRoom.Share large = largeAnswers.share();
                AnswerRoom.Share small = smallAnswers.share()) {
            InvocationResult result;
            turns.acquire();
            try {
                result = start(code, request, new RoomyListener(logs, large))
                        .result()
                        .join();
                if (result instanceof InvocationResult.Answered answered) {
                    long characters = answered.envelope().outputJson().length();
                    small.await(characters < LARGE ? characters : 0);
                }
            } finally {
                turns.release();
            }
            String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
            answer(exchange, result, RequestText.isForm(contentType), ended);
        }
    }

    /**
     * Calls a streaming function and sends its pieces as they come. The turn lasts until the function has ended, not until
     * the caller has read its answer.
     *
     * @param ended hears of the end of the function, however long its caller reads on
     */
    private void stream(
            HttpExchange exchange,
            ServedCode code,
            InvocationRequest request,
            KeptLines logs,
            Consumer<InvocationResult> ended)
            throws InterruptedException, IOException, Problem {
        AnswerRoom.Share room = largeAnswers.share();
        StreamedAnswer answer = new StreamedAnswer(logs::add, backlog, patience, room);
        CompletableFuture<InvocationResult> result = inTurn(code, request, answer)
                .thenApply(whole -> {
                    Thread.startVirtualThread(() -> {
                        try (room) {
                            untold.tell(() -> ended.accept(whole));
                        }
                    });
                    return answer.withoutWhole(whole);
                });
        StreamedAnswer.Outcome outcome = answer.follow(result, exchange, request.invocationId());
        switch (outcome.sent()) {
            case NOTHING -> answer(exchange, outcome.result(), false);
            case BEGINNING -> throw new BrokenStream();
            case WHOLE -> {}
        }
    }

    private CompletableFuture<InvocationResult> inTurn(
            ServedCode code, InvocationRequest request, InvocationListener events) throws InterruptedException {
        turns.acquire();
        boolean started = false;
        try {
            Invocation invocation = start(code, request, events);
            invocation.result().whenComplete((_, _) -> turns.release());
            started = true;
            return invocation.result();
        } finally {
            if (!started) {
                turns.release();
            }
        }
    }

    private Invocation start(ServedCode code, InvocationRequest request, InvocationListener events) {
        return invoker.start(code.item(), code.code(), workspace, request, events);
    }

    /** Waits until the listener is told of every call that was answered, then lets no more callers go. */
    @Override
    public void close() {
        untold.close();
        patience.close();
    }

    /** Collects what is logged, and has large answers wait for room. */
    private record RoomyListener(KeptLines logs, AnswerRoom.Share room) implements InvocationListener {
        @Override
        public void log(LogLine line) {
            logs.add(line);
        }

        @Override
        public void awaitRoom(long characters) {
            room.await(characters);
        }
    }

    /**
     * Answers, and tells of the call whatever becomes of its answer.
     *
     * @param takesTables whether a result that is a table is sent as one, without an envelope
     * @param ended hears of the end of the function
     */
    private void answer(
            HttpExchange exchange, InvocationResult result, boolean takesTables, Consumer<InvocationResult> ended)
            throws IOException, Problem, InterruptedException {
        untold.answerThenTell(() -> answer(exchange, result, takesTables), () -> ended.accept(result));
    }

    /** @param takesTables whether a result that is a table is sent as one, without an envelope */
    private void answer(HttpExchange exchange, InvocationResult result, boolean takesTables)
            throws IOException, Problem {
        switch (result) {
            case InvocationResult.Answered answered -> {
                Optional<byte[]> table =
                        takesTables ? ArrowTables.whole(answered.envelope().outputJson()) : Optional.empty();
                if (table.isPresent()) {
                    Answer.table(exchange, answered, table.get(), patience);
                } else {
                    Answer.envelope(exchange, answered, patience);
                }
            }
            case InvocationResult.Stopped _ ->
                throw new Problem(503, "Stopped", "The run was stopped in Bobbin, so there is no answer.");
        }
    }
}
