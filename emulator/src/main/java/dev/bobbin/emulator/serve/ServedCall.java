package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import java.time.Instant;
import java.util.List;

/**
 * A request that called a function, with everything there is to know about it.
 *
 * @param time when the request came
 * @param code the item and its code as they were then
 * @param logs what this call logged, and no other
 */
public record ServedCall(
        Instant time, InvocationRequest request, ServedCode code, InvocationResult result, List<LogLine> logs) {

    public ServedCall {
        logs = List.copyOf(logs);
    }

    /** The item as it was when the request came. */
    public ItemFolder item() {
        return code.item();
    }
}
