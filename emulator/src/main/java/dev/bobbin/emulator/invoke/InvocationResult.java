package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.FailureContext;
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
     * @param context what is known of a failure beyond the envelope
     */
    record Answered(
            Envelope envelope,
            int httpStatus,
            @Nullable Traceback traceback,
            FailureContext context,
            Duration duration,
            RunTrace trace)
            implements InvocationResult {

        /** The same with another HTTP status. */
        public Answered withHttpStatus(int status) {
            return new Answered(envelope, status, traceback, context, duration, trace);
        }

        /** What went wrong, in plain words; empty when nothing did. */
        public String explanation(ErrorTexts texts) {
            return texts.explanation(envelope, httpStatus, context);
        }
    }

    /** The user ended it; the service has no such answer. */
    record Stopped(Duration duration, RunTrace trace) implements InvocationResult {}
}
