package dev.bobbin.emulator.journal;

import static java.util.Objects.requireNonNull;

import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.RunTrace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything about one run.
 *
 * @param code the source that ran
 * @param trace statements and changes
 */
public record RunRecord(
        RunSummary summary, RunInput input, String code, RunAnswer answer, List<LogLine> logs, RunTrace trace) {

    public RunRecord {
        requireNonNull(summary);
        requireNonNull(input);
        requireNonNull(code);
        requireNonNull(answer);
        requireNonNull(trace);
        logs = List.copyOf(logs);
    }

    /** How long its input, output and logs are together: what it holds in memory, but for small things. */
    long characters() {
        return (long) input.body().length()
                + answer.outputJson().length()
                + logs.stream().mapToLong(line -> line.message().length()).sum();
    }

    /** The record of a run that has just ended, to be added to a journal. */
    public static RunRecord of(
            Instant time,
            RunOrigin origin,
            InvocationRequest request,
            String engine,
            String code,
            InvocationResult result,
            List<LogLine> logs) {
        RunInput input = new RunInput(
                request.invocationId(),
                request.body(),
                engine,
                ServiceProfiles.describe(request.profile()),
                request.user(),
                request.timeLimit(),
                request.circumstances().and(result.circumstances()));
        String status = RunSummary.STOPPED;
        int httpStatus = 0;
        RunAnswer answer = new RunAnswer(Envelope.NO_OUTPUT, List.of(), null, null, null, result.waited());
        if (result instanceof InvocationResult.Answered answered) {
            Envelope envelope = answered.envelope();
            status = envelope.status().wireName();
            httpStatus = answered.httpStatus();
            var traceback = answered.traceback();
            String explanation = answered.explanation(ErrorTexts.ENGLISH);
            answer = new RunAnswer(
                    envelope.outputJson(),
                    envelope.errors(),
                    traceback == null ? null : traceback.text(),
                    explanation.isEmpty() ? null : explanation,
                    answered.context(),
                    answered.waited());
        }
        RunSummary summary = new RunSummary(
                0,
                time,
                origin,
                request.function(),
                status,
                httpStatus,
                result.duration(),
                hashOf(code),
                false,
                "",
                result.trace().changes().changes().size());
        return new RunRecord(summary, input, code, answer, logs, result.trace());
    }

    /** What went wrong, in plain words; empty when nothing did. @param texts in the reader's language */
    public String explanation(ErrorTexts texts) {
        FailureContext context = answer.context();
        String kept = answer.explanation();
        if (context != null) {
            return texts.explanation(answer.errors(), summary.httpStatus(), context);
        }
        return kept == null ? "" : kept;
    }

    /** What stands for a version of the code. */
    public static String hashOf(String code) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
