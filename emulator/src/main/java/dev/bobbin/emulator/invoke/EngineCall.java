package dev.bobbin.emulator.invoke;

import java.util.concurrent.CompletableFuture;

/** A call an engine carries out. */
public interface EngineCall {

    /** Completes normally, always. */
    CompletableFuture<EngineOutcome> outcome();

    /** Ends the call by ending its process if need be; never blocks. */
    void stop();
}
