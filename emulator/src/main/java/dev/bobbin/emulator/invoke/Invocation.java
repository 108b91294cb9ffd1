package dev.bobbin.emulator.invoke;

import java.util.concurrent.CompletableFuture;

/** A call under way. */
public interface Invocation {

    /** Completes when the call has ended, always normally: every failure is an {@link InvocationResult}. */
    CompletableFuture<InvocationResult> result();

    /** Ends the call at once, whatever the function does; without effect once it has ended. Never blocks. */
    void stop();
}
