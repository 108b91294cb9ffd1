package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorCatalogue;
import dev.bobbin.emulator.service.ErrorEntry;
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

    /** @param missing what to do about a module that is not there, by its name */
    static InvocationResult of(
            EngineOutcome outcome,
            InvocationRequest request,
            UnaryOperator<String> missing,
            Duration duration,
            RunTrace trace) {
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
                        Explanations.ofFailure(answered.traceback(), missing),
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
                        Explanations.ofLoadFailure(failed, missing),
                        duration,
                        trace);
            case EngineOutcome.TimedOut timedOut ->
                failure(
                        request,
                        Status.TIMEOUT,
                        profile.httpStatus(Status.TIMEOUT, List.of()),
                        ErrorCatalogue.timeout(timedOut.limit()),
                        null,
                        "The function did not end within its time limit, so Bobbin ended it. Module state is fresh for"
                                + " the next run.",
                        duration,
                        trace);
            case EngineOutcome.ProcessLost lost ->
                failure(
                        request,
                        Status.FAILED,
                        internalFailure(profile),
                        ErrorCatalogue.processLost(lost.reason()),
                        null,
                        lost.reason(),
                        duration,
                        trace);
            case EngineOutcome.Stopped _ -> new InvocationResult.Stopped(duration, trace);
        };
    }

    static InvocationResult requestTooLarge(InvocationRequest request, long size, Duration duration) {
        ServiceProfile profile = request.profile();
        ErrorEntry error = ErrorCatalogue.requestTooLarge(size, profile.requestBytes());
        int httpStatus = profile.httpStatus().getOrDefault("RequestTooLarge", 400);
        return failure(request, Status.BAD_REQUEST, httpStatus, error, null, null, duration, RunTrace.EMPTY);
    }

    /** The emulator itself failed. */
    static InvocationResult internalFailure(
            InvocationRequest request, String reason, Duration duration, RunTrace trace) {
        return failure(
                request,
                Status.FAILED,
                internalFailure(request.profile()),
                ErrorCatalogue.processLost(reason),
                null,
                reason,
                duration,
                trace);
    }

    private static int internalFailure(ServiceProfile profile) {
        return profile.httpStatus().getOrDefault("InternalFailure", 500);
    }

    private static InvocationResult failure(
            InvocationRequest request,
            Status status,
            int httpStatus,
            ErrorEntry error,
            @Nullable Traceback traceback,
            @Nullable String explanation,
            Duration duration,
            RunTrace trace) {
        Envelope envelope =
                new Envelope(request.function(), request.invocationId(), status, Envelope.NO_OUTPUT, List.of(error));
        return new InvocationResult.Answered(envelope, httpStatus, traceback, explanation, duration, trace);
    }
}
