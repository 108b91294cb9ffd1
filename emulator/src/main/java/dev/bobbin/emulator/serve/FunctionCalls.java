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

    /** Calls carried out at the same time; further ones wait, and their time limit does not begin before their turn. */
    private static final int AT_ONCE = 64;

    private final EndpointSettings settings;
    private final Workspace workspace;
    private final Invoker invoker;
    private final EndpointListener listener;
    private final BodyReader bodies = new BodyReader();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    FunctionCalls(EndpointSettings settings, Workspace workspace, Invoker invoker, EndpointListener listener) {
        this.settings = settings;
        this.workspace = workspace;
        this.invoker = invoker;
        this.listener = listener;
    }

    void carryOut(HttpExchange exchange, ServedCode code, String function) throws IOException, Problem {
        Instant time = Instant.now();
        long limit = settings.profile().requestBytes();
        try (BodyReader.Body body = bodies.read(exchange.getRequestBody(), limit)) {
            boolean tooLarge = body.size() > limit;
            String text = tooLarge
                    ? "{}"
                    : RequestText.of(exchange.getRequestHeaders().getFirst("Content-Type"), body.bytes());
            InvocationRequest request = new InvocationRequest(
                    CallerHeaders.invocationId(exchange.getRequestHeaders()),
                    function,
                    text,
                    settings.profile(),
                    settings.timeLimit(),
                    CallerHeaders.user(exchange.getRequestHeaders(), settings.user()));
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
            turns.acquire();
            try {
                if (streams) {
                    StreamedAnswer answer = new StreamedAnswer(logs::add);
                    return answer.follow(start(code, request, answer), exchange, request.invocationId());
                }
                InvocationResult result =
                        start(code, request, logs::add).result().join();
                return new StreamedAnswer.Outcome(result, StreamedAnswer.Sent.NOTHING);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "Closing", "Bobbin is being closed.");
        }
    }

    private Invocation start(ServedCode code, InvocationRequest request, InvocationListener events) {
        return invoker.start(code.item(), code.code(), workspace, request, events);
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
