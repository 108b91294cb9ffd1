package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an invocation ended. */
public sealed interface InvocationResult {

    /** From the request's arrival to this result. */
    Duration duration();

    /** What the run did to its stand-ins. */
    RunTrace trace();

    /**
     * The service would have answered like this.
     *
     * @param traceback null unless the function raised
     * @param explanation what happened and what to do, in plain words; null when the envelope says it all
     */
    record Answered(
            Envelope envelope,
            int httpStatus,
            @Nullable Traceback traceback,
            @Nullable String explanation,
            Duration duration,
            RunTrace trace)
            implements InvocationResult {}

    /** The user ended it; the service has no such answer. */
    record Stopped(Duration duration, RunTrace trace) implements InvocationResult {}
}
