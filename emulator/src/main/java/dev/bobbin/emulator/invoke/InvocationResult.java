package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an invocation ended. */
public sealed interface InvocationResult {

    /** From the call of the function, from which on its time limit counts, to this result. */
    Duration duration();

    /** From the request's arrival to the call of the function: the start of an engine, the loading of code. */
    Duration waited();

    /** What the run did to its stand-ins. */
    RunTrace trace();

    /** What was different in it for the connections it had: asked for, switched on, or chosen in their stand-ins. */
    Circumstances circumstances();

    /** The same, of a function that was not called before so long a time. */
    InvocationResult after(Duration waited);

    /** The same, of a run under these circumstances. */
    InvocationResult under(Circumstances circumstances);

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
            RunTrace trace,
            Circumstances circumstances,
            Duration waited)
            implements InvocationResult {

        /** The same with another HTTP status. */
        public Answered withHttpStatus(int status) {
            return new Answered(envelope, status, traceback, context, duration, trace, circumstances, waited);
        }

        /** The same of a stream that failed after its first piece. @param sentJson what had been sent, as JSON text */
        Answered brokenOff(int sentStatus, String sentJson) {
            Envelope beginning = new Envelope(
                    envelope.functionName(), envelope.invocationId(), envelope.status(), sentJson, envelope.errors());
            FailureContext broken = new FailureContext.BrokenOff(context, sentStatus);
            return new Answered(beginning, sentStatus, traceback, broken, duration, trace, circumstances, waited);
        }

        /** The same with another envelope. */
        public Answered withEnvelope(Envelope other) {
            return new Answered(other, httpStatus, traceback, context, duration, trace, circumstances, waited);
        }

        /** The same without the function's result. */
        public Answered withoutOutput() {
            return withEnvelope(new Envelope(
                    envelope.functionName(),
                    envelope.invocationId(),
                    envelope.status(),
                    Envelope.NO_OUTPUT,
                    envelope.errors()));
        }

        /** The answer of a run in which nothing was different, and whose function was called at once. */
        public Answered(
                Envelope envelope,
                int httpStatus,
                @Nullable Traceback traceback,
                FailureContext context,
                Duration duration,
                RunTrace trace) {
            this(envelope, httpStatus, traceback, context, duration, trace, Circumstances.USUAL, Duration.ZERO);
        }

        @Override
        public Answered under(Circumstances others) {
            return new Answered(envelope, httpStatus, traceback, context, duration, trace, others, waited);
        }

        @Override
        public Answered after(Duration wait) {
            return new Answered(envelope, httpStatus, traceback, context, duration, trace, circumstances, wait);
        }

        /** What went wrong, in plain words; empty when nothing did. */
        public String explanation(ErrorTexts texts) {
            return texts.explanation(envelope.errors(), httpStatus, context);
        }
    }

    /** The user ended it; the service has no such answer. */
    record Stopped(Duration duration, RunTrace trace, Circumstances circumstances, Duration waited)
            implements InvocationResult {

        /** The end of a run in which nothing was different, and whose function was called at once. */
        public Stopped(Duration duration, RunTrace trace) {
            this(duration, trace, Circumstances.USUAL, Duration.ZERO);
        }

        @Override
        public Stopped under(Circumstances others) {
            return new Stopped(duration, trace, others, waited);
        }

        @Override
        public Stopped after(Duration wait) {
            return new Stopped(duration, trace, circumstances, wait);
        }
    }
}
