package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.Status;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a call ended inside an engine. */
public sealed interface EngineOutcome {

    /** The worker answered. @param traceback null unless the function raised */
    record Answered(
            Status status,
            String outputJson,
            List<ErrorEntry> errors,
            @Nullable Traceback traceback) implements EngineOutcome {}

    /** The module could not be loaded: syntax error, failing import, exception at import. */
    record LoadFailed(Traceback traceback, @Nullable String missingModule) implements EngineOutcome {}

    /** The time limit ended it. */
    record TimedOut(Duration limit) implements EngineOutcome {}

    /** The user ended it. */
    record Stopped() implements EngineOutcome {}

    /** The process ended by itself or by a foreign hand, or ran out of memory. */
    record ProcessLost(EngineFault fault) implements EngineOutcome {

        /** What happened and what to do, in two English sentences. */
        public String reason() {
            return fault.text();
        }
    }
}
