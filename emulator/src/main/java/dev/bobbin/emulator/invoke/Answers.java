package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorCatalogue;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes of what happened inside an engine what the service would have answered. */
final class Answers {

    private Answers() {}

    /**
     * @param install the command that installs what brings a module, by its name; empty when there is none
     */
    static InvocationResult of(
            EngineOutcome outcome,
            InvocationRequest request,
            UnaryOperator<String> install,
            Duration duration,
            RunTrace trace,
            KnownData data) {
        ServiceProfile profile = request.profile();
        return switch (outcome) {
            case EngineOutcome.Answered answered ->
                new InvocationResult.Answered(
                        new Envelope(
                                request.function(),
                                request.invocationId(),
                                answered.status(),
                                answered.outputJson(),
                                answered.errors()),
                        profile.httpStatus(answered.status(), answered.errors()),
                        answered.traceback(),
                        FailureContexts.ofFailure(answered.traceback(), install, trace, data),
                        duration,
                        trace);
            case EngineOutcome.LoadFailed failed ->
                failure(
                        request,
                        Status.FAILED,
                        profile.httpStatus(Status.FAILED, List.of()),
                        ErrorCatalogue.loadFailure(
                                failed.traceback().type(), failed.traceback().message()),
                        failed.traceback(),
                        FailureContexts.ofLoadFailure(failed, install),
                        duration,
                        trace);
            case EngineOutcome.TimedOut timedOut ->
                failure(
                        request,
                        Status.TIMEOUT,
                        profile.httpStatus(Status.TIMEOUT, List.of()),
                        ErrorCatalogue.timeout(timedOut.limit()),
                        null,
                        FailureContext.NONE,
                        duration,
                        trace);
            case EngineOutcome.ProcessLost lost -> engineLost(request, lost.fault(), duration, trace);
            case EngineOutcome.Stopped _ -> new InvocationResult.Stopped(duration, trace);
        };
    }

    static InvocationResult requestTooLarge(InvocationRequest request, long size, Duration duration) {
        ServiceProfile profile = request.profile();
        ErrorEntry error = ErrorCatalogue.requestTooLarge(size, profile.requestBytes());
        int httpStatus = profile.httpStatus().getOrDefault("RequestTooLarge", 400);
        return failure(
                request, Status.BAD_REQUEST, httpStatus, error, null, FailureContext.NONE, duration, RunTrace.EMPTY);
    }

    /** The engine, or the emulator itself, failed. */
    static InvocationResult engineLost(
            InvocationRequest request, EngineFault fault, Duration duration, RunTrace trace) {
        return failure(
                request,
                Status.FAILED,
                request.profile().httpStatus().getOrDefault("InternalFailure", 500),
                ErrorCatalogue.engineLost(fault),
                null,
                new FailureContext.EngineLost(fault),
                duration,
                trace);
    }

    private static InvocationResult failure(
            InvocationRequest request,
            Status status,
            int httpStatus,
            ErrorEntry error,
            @Nullable Traceback traceback,
            FailureContext context,
            Duration duration,
            RunTrace trace) {
        Envelope envelope =
                new Envelope(request.function(), request.invocationId(), status, Envelope.NO_OUTPUT, List.of(error));
        return new InvocationResult.Answered(envelope, httpStatus, traceback, context, duration, trace);
    }
}
