package dev.bobbin.emulator.invoke;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that waits for an engine which can take it. */
final class ParkedCall implements EngineCall {

    private final CompletableFuture<EngineOutcome> outcome = new CompletableFuture<>();
    private @Nullable EngineCall call;

    @Override
    public CompletableFuture<EngineOutcome> outcome() {
        return outcome.copy();
    }

    @Override
    public void stop() {
        @Nullable EngineCall running;
        synchronized (this) {
            running = call;
            if (running == null) {
                outcome.complete(new EngineOutcome.Stopped());
            }
        }
        if (running != null) {
            running.stop();
        }
    }

    /** Starts the call, unless it has been stopped. */
    void start(Supplier<EngineCall> starter) {
        synchronized (this) {
            if (outcome.isDone()) {
                return;
            }
            call = starter.get();
            call.outcome().thenAccept(outcome::complete);
        }
    }

    /** Ends the call without ever starting it. */
    void end(EngineOutcome how) {
        outcome.complete(how);
    }
}
