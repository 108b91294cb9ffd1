package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import java.util.List;

/**
 * A run that has ended: what was asked and what came of it.
 *
 * @param pieces in which the answer was streamed, as far as somebody looked on
 */
public record FinishedRun(InvocationRequest request, InvocationResult result, List<StreamedPiece> pieces) {

    public FinishedRun {
        pieces = List.copyOf(pieces);
    }

    /** A run nobody saw streaming. */
    public FinishedRun(InvocationRequest request, InvocationResult result) {
        this(request, result, List.of());
    }

    /** Name of the function. */
    public String function() {
        return request.function();
    }

    /** What it changed in its data. */
    public ChangedRun changed() {
        return ChangedRun.of(this);
    }
}
