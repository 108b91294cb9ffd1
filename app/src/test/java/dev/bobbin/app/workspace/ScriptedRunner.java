package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A runner whose runs end when the test says so. */
public final class ScriptedRunner implements FunctionRunner {

    public final List<ItemCode> prepared = new ArrayList<>();
    public final List<InvocationRequest> requests = new ArrayList<>();
    public final List<ItemCode> codes = new ArrayList<>();
    public final List<String> engines = new ArrayList<>();
    public InvocationListener listener = _ -> {};
    private CompletableFuture<InvocationResult> current = new CompletableFuture<>();

    @Override
    public void prepare(ItemCode code) {
        prepared.add(code);
    }

    @Override
    public FunctionRunner in(String engine) {
        engines.add(engine);
        return this;
    }

    @Override
    public Invocation start(ItemFolder item, ItemCode code, InvocationRequest request, InvocationListener newListener) {
        codes.add(code);
        requests.add(request);
        listener = newListener;
        CompletableFuture<InvocationResult> result = new CompletableFuture<>();
        current = result;
        return new Invocation() {
            @Override
            public CompletableFuture<InvocationResult> result() {
                return result;
            }

            @Override
            public void stop() {
                result.complete(new InvocationResult.Stopped(Duration.ofMillis(5), RunTrace.EMPTY));
            }
        };
    }

    @Override
    public void close() {}

    public void finish(InvocationResult result) {
        current.complete(result);
    }
}
