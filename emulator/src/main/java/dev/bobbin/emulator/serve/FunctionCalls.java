package dev.bobbin.emulator.serve;

import com.sun.net.httpserver.HttpExchange;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Calls functions for requests: reads the body, waits for its turn, runs, answers, tells the listener. */
final class FunctionCalls {

    private final EndpointSettings settings;
    private final Workspace workspace;
    private final Invoker invoker;
    private final EndpointListener listener;
    private final BodyReader bodies = new BodyReader();
    private final StreamBacklog backlog = new StreamBacklog();
    private final Semaphore turns;
    private final Duration patience;

    /**
     * @param atOnce calls carried out at the same time; further ones wait, and their time limit begins with their turn
     * @param patience how long the caller of a stream may read nothing while something waits for it
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
        this.patience = patience;
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
            List<LogLine> logs = Collections.synchronizedList(new ArrayList<>());
            Consumer<InvocationResult> ended =
                    result -> listener.called(new ServedCall(time, request, code, result, snapshot(logs)));
            StreamedAnswer.Outcome outcome = tooLarge
                    ? new StreamedAnswer.Outcome(Invoker.tooLarge(request, body.size()), StreamedAnswer.Sent.NOTHING)
                    : run(exchange, code, request, logs, ended);
            if (tooLarge) {
                ended.accept(outcome.result());
            }
            switch (outcome.sent()) {
                case NOTHING -> answer(exchange, outcome.result(), RequestText.isForm(contentType));
                case BEGINNING -> throw new BrokenStream();
                case WHOLE -> {}
            }
        }
    }

    /** Reads what is left of a body that nobody wants, so that the client gets to read the answer. */
    void discardBody(HttpExchange exchange) throws IOException {
        try {
            bodies.read(exchange.getRequestBody(), 0).close();
        } catch (Problem endless) {
            // Then the client is answered in the middle of its sending.
        }
    }

    /** @param ended hears of the end of the function, however long its caller reads on */
    private StreamedAnswer.Outcome run(
            HttpExchange exchange,
            ServedCode code,
            InvocationRequest request,
            List<LogLine> logs,
            Consumer<InvocationResult> ended)
            throws Problem {
        boolean streams = code.function(request.function())
                .filter(FunctionSignature::streaming)
                .isPresent();
        try {
            if (streams) {
                return stream(exchange, code, request, logs, ended);
            }
            InvocationResult result = inTurn(code, request, logs::add).result().join();
            ended.accept(result);
            return new StreamedAnswer.Outcome(result, StreamedAnswer.Sent.NOTHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "Closing", "Bobbin is being closed.");
        }
    }

    private StreamedAnswer.Outcome stream(
            HttpExchange exchange,
            ServedCode code,
            InvocationRequest request,
            List<LogLine> logs,
            Consumer<InvocationResult> ended)
            throws InterruptedException {
        StreamedAnswer answer = new StreamedAnswer(logs::add, backlog);
        Invocation invocation = inTurn(code, request, answer);
        invocation.result().thenAccept(result -> Thread.startVirtualThread(() -> ended.accept(answer.asSent(result))));
        Thread watch = Thread.startVirtualThread(() -> watch(answer));
        try {
            return answer.follow(invocation, exchange, request.invocationId());
        } finally {
            watch.interrupt();
        }
    }

    /** Until interrupted, looks whether the caller reads. */
    private void watch(StreamedAnswer answer) {
        try {
            while (true) {
                Thread.sleep(patience.dividedBy(6));
                answer.letGoIfStalled(patience);
            }
        } catch (InterruptedException e) {
            // The answer has been sent.
        }
    }

    /**
     * Starts a call when its turn has come. The turn lasts until the function has ended, not until the caller has read its
     * answer.
     */
    private Invocation inTurn(ServedCode code, InvocationRequest request, InvocationListener events)
            throws InterruptedException {
        turns.acquire();
        boolean started = false;
        try {
            Invocation invocation = invoker.start(code.item(), code.code(), workspace, request, events);
            invocation.result().whenComplete((_, _) -> turns.release());
            started = true;
            return invocation;
        } finally {
            if (!started) {
                turns.release();
            }
        }
    }

    /** @param takesTables whether a result that is a table is sent as one, without an envelope */
    private static void answer(HttpExchange exchange, InvocationResult result, boolean takesTables)
            throws IOException, Problem {
        switch (result) {
            case InvocationResult.Answered answered -> {
                Optional<byte[]> table =
                        takesTables ? ArrowTables.whole(answered.envelope().outputJson()) : Optional.empty();
                if (table.isPresent()) {
                    Answer.table(exchange, answered, table.get());
                } else {
                    Answer.envelope(exchange, answered);
                }
            }
            case InvocationResult.Stopped _ ->
                throw new Problem(503, "Stopped", "The run was stopped in Bobbin, so there is no answer.");
        }
    }

    private static List<LogLine> snapshot(List<LogLine> logs) {
        synchronized (logs) {
            return List.copyOf(logs);
        }
    }
}
