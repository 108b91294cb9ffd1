package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;

/** A run that has ended: what was asked and what came of it. */
public record FinishedRun(InvocationRequest request, InvocationResult result) {

    /** Name of the function. */
    public String function() {
        return request.function();
    }

    /** What it changed in its data. */
    public ChangedRun changed() {
        return ChangedRun.of(this);
    }
}
