package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Carries out invocations: checks the request against the profile, binds aliases to stand-ins, lets an engine run the
 * function and turns its outcome into what the service would answer. Safe for use by several threads.
 */
public final class Invoker {

    private final FunctionEngine engine;
    private final HostServiceFactory services;
    private final LastOutline outlines = new LastOutline();
    private final LastImports imports = new LastImports();

    /** @param engine stays the caller's to close */
    public Invoker(FunctionEngine engine, HostServiceFactory services) {
        this.engine = engine;
        this.services = services;
    }

    /** Makes the next call of this code quick, in the background. */
    public void prepare(ItemCode code) {
        engine.prepare(imports.in(code));
        if (outlines.of(code.text()).functions().stream()
                .flatMap(function -> function.bindings().stream())
                .anyMatch(Invoker::isSql)) {
            services.expectSql();
        }
    }

    private static boolean isSql(Binding binding) {
        return binding instanceof Binding.Connection connection
                && connection.client().equals("FabricSqlConnection");
    }

    /**
     * Starts a call of a function; returns at once.
     *
     * @param item tells the connected data sources
     * @param code what to run: the item's script as on disk, or what an editor holds; what it imports from the item's
     *     folder is taken as it is on disk
     * @param listener receives what the function does while it runs, on any thread
     */
    public Invocation start(
            ItemFolder item,
            ItemCode code,
            Workspace workspace,
            InvocationRequest request,
            InvocationListener listener) {
        long begin = System.nanoTime();
        long size = request.body().getBytes(StandardCharsets.UTF_8).length;
        if (size > request.profile().requestBytes()) {
            return Ended.with(Answers.requestTooLarge(request, size, since(begin)));
        }
        BoundConnections connections = BoundConnections.of(
                request.invocationId(), item, workspace, bindings(code, request.function()), request.circumstances());
        HostService host = services.forRun(request.invocationId(), connections.standIns(), connections.sqlBadDays());
        EngineRequest engineRequest = new EngineRequest(
                request.invocationId(),
                request.function(),
                request.body(),
                connections.bindings(),
                request.user(),
                request.profile().responseBytes(),
                timeLimit(request));
        StreamSoFar streamed = new StreamSoFar();
        CallListener follower = new CallListener(listener, host, streamed, new AtomicLong(begin));
        EngineCall call = engine.start(imports.in(code), engineRequest, follower);
        CompletableFuture<InvocationResult> result = call.outcome().handle((outcome, failure) -> {
            host.close();
            // Of a function that was never called, all the time was its own.
            long called = follower.called().get();
            Duration duration = since(called);
            InvocationResult ended = failure == null
                    ? Answers.of(
                            outcome,
                            request,
                            engine::installCommand,
                            duration,
                            host.trace(),
                            new KnownData(workspace, connections.standIns().values(), services))
                    : Answers.engineLost(request, internal(failure), duration, host.trace());
            return streamed.asSent(ended).under(connections.circumstances()).after(Duration.ofNanos(called - begin));
        });
        return new Running(call, result);
    }

    /**
     * The answer to a request that is larger than its profile allows, for callers that do not keep such a body.
     *
     * @param size of the body, in bytes
     */
    public static InvocationResult tooLarge(InvocationRequest request, long size) {
        return Answers.requestTooLarge(request, size, Duration.ZERO);
    }

    private List<Binding> bindings(ItemCode code, String function) {
        return outlines.of(code.text())
                .function(function)
                .map(FunctionSignature::bindings)
                .orElse(List.of());
    }

    private static Duration timeLimit(InvocationRequest request) {
        @Nullable Duration own = request.timeLimit();
        return own == null ? request.profile().timeLimit() : own;
    }

    private static EngineFault internal(Throwable failure) {
        return new EngineFault(EngineFault.Kind.INTERNAL, "reason", failure);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** @param called when the function was, by {@link System#nanoTime}; the request's arrival until then */
    private record CallListener(InvocationListener listener, HostService host, StreamSoFar streamed, AtomicLong called)
            implements EngineListener {
        @Override
        public void begun() {
            called.set(System.nanoTime());
        }

        @Override
        public void log(LogLine line) {
            listener.log(line);
        }

        @Override
        public void stream(StreamHead head) {
            streamed.begin(head);
            listener.stream(head);
        }

        @Override
        public void chunk(StreamChunk chunk) {
            streamed.add(chunk);
            listener.chunk(chunk);
        }

        @Override
        public void awaitRoom(long characters) {
            listener.awaitRoom(characters);
        }
    }

    private record Running(EngineCall call, CompletableFuture<InvocationResult> result) implements Invocation {
        @Override
        public void stop() {
            call.stop();
        }
    }

    private record Ended(CompletableFuture<InvocationResult> result) implements Invocation {
        static Ended with(InvocationResult result) {
            return new Ended(CompletableFuture.completedFuture(result));
        }

        @Override
        public void stop() {
            // Nothing runs.
        }
    }
}
