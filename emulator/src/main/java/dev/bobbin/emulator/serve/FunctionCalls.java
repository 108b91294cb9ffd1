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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Calls functions for requests: reads the body, waits for its turn, runs, answers, tells the listener. */
final class FunctionCalls {

    private final EndpointSettings settings;
    private final Workspace workspace;
    private final Invoker invoker;
    private final EndpointListener listener;
    private final BodyReader bodies = new BodyReader();
    private final StreamBacklog backlog = new StreamBacklog();
    private final Semaphore turns;

    /** @param atOnce calls carried out at the same time; further ones wait, and their time limit begins with their turn */
    FunctionCalls(
            EndpointSettings settings, Workspace workspace, Invoker invoker, EndpointListener listener, int atOnce) {
        this.settings = settings;
        this.workspace = workspace;
        this.invoker = invoker;
        this.listener = listener;
        this.turns = new Semaphore(atOnce, true);
    }

    void carryOut(HttpExchange exchange, ServedCode code, String function) throws IOException, Problem {
        Instant time = Instant.now();
        long limit = settings.profile().requestBytes();
        try (BodyReader.Body body = bodies.read(exchange.getRequestBody(), limit)) {
            boolean tooLarge = body.size() > limit;
            RequestText.requirePlain(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            String text = tooLarge
                    ? "{}"
                    : RequestText.of(exchange.getRequestHeaders().getFirst("Content-Type"), body.bytes());
            InvocationRequest request = new InvocationRequest(
                    CallerHeaders.invocationId(exchange.getRequestHeaders()),
                    function,
                    text,
                    settings.profile(),
                    settings.timeLimit(),
                    CallerHeaders.user(exchange.getRequestHeaders(), settings.user()),
                    settings.circumstances());
            List<LogLine> logs = Collections.synchronizedList(new ArrayList<>());
            StreamedAnswer.Outcome outcome = tooLarge
                    ? new StreamedAnswer.Outcome(Invoker.tooLarge(request, body.size()), StreamedAnswer.Sent.NOTHING)
                    : run(exchange, code, request, logs);
            listener.called(new ServedCall(time, request, code, outcome.result(), snapshot(logs)));
            switch (outcome.sent()) {
                case NOTHING -> answer(exchange, outcome.result());
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

    private StreamedAnswer.Outcome run(
            HttpExchange exchange, ServedCode code, InvocationRequest request, List<LogLine> logs) throws Problem {
        boolean streams = code.function(request.function())
                .filter(FunctionSignature::streaming)
                .isPresent();
        try {
            if (streams) {
                StreamedAnswer answer = new StreamedAnswer(logs::add, backlog);
                return answer.follow(inTurn(code, request, answer), exchange, request.invocationId());
            }
            InvocationResult result = inTurn(code, request, logs::add).result().join();
            return new StreamedAnswer.Outcome(result, StreamedAnswer.Sent.NOTHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "Closing", "Bobbin is being closed.");
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

    private static void answer(HttpExchange exchange, InvocationResult result) throws IOException, Problem {
        switch (result) {
            case InvocationResult.Answered answered -> Answer.envelope(exchange, answered);
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
