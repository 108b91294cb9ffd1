package dev.bobbin.app.batch;

import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.emulator.invoke.InvocationResult;
import org.jspecify.annotations.Nullable;

/** A case of the table and what came of it. @param run null until it has been run */
public record BatchRow(
        int number, BatchCase tried, @Nullable FinishedRun run) {

    private static final int LONGEST = 300;

    /** The service's word for how it ended; empty until it has been run. */
    public String status() {
        return switch (result()) {
            case InvocationResult.Answered answered ->
                answered.envelope().status().wireName();
            case InvocationResult.Stopped _ -> "Stopped";
            case null -> "";
        };
    }

    /** HTTP status; 0 until it has been run, and when it was stopped. */
    public int httpStatus() {
        return result() instanceof InvocationResult.Answered answered ? answered.httpStatus() : 0;
    }

    /** Milliseconds it took; 0 until it has been run. */
    public long milliseconds() {
        InvocationResult result = result();
        return result == null ? 0 : result.duration().toMillis();
    }

    /** The beginning of the output, or of the first error's message. */
    public String answer() {
        if (!(result() instanceof InvocationResult.Answered answered)) {
            return "";
        }
        var errors = answered.envelope().errors();
        String words = errors.isEmpty()
                ? answered.envelope().outputJson()
                : errors.getFirst().name() + ": " + errors.getFirst().message();
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }

    private @Nullable InvocationResult result() {
        return run == null ? null : run.result();
    }
}
