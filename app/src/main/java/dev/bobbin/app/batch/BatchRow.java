package dev.bobbin.app.batch;

import org.jspecify.annotations.Nullable;

/** A case of the table and what came of it. @param number from 1 @param outcome null until it has been run */
public record BatchRow(
        int number, BatchCase tried, @Nullable BatchOutcome outcome) {

    /** Whether it has been run and did not succeed. */
    public boolean failed() {
        return outcome != null && !outcome.succeeded();
    }

    /** The service's word for how it ended; empty until it has been run. */
    public String status() {
        return outcome == null ? "" : outcome.status();
    }

    /** The beginning of the output, or what the first error is in plain words; empty until it has been run. */
    public String answer() {
        return outcome == null ? "" : outcome.answer();
    }
}
