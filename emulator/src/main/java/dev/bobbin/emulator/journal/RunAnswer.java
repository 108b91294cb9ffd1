package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.FailureContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param outputJson the result as JSON text, {@code ""} in quotes when there is none
 * @param traceback as Python prints it; null unless the function raised
 * @param explanation in plain English words; null when the envelope says it all
 * @param context what is known of a failure beyond the envelope, from which it is explained in other languages; null in
 *     older records, and where secrets were masked
 * @param waited until the function was called, which no part of its duration is; null in older records
 */
public record RunAnswer(
        String outputJson,
        List<ErrorEntry> errors,
        @Nullable String traceback,
        @Nullable String explanation,
        @Nullable FailureContext context,
        @Nullable Duration waited) {

    public RunAnswer {
        errors = List.copyOf(errors);
    }

    /** An answer of which nothing more is known. */
    public RunAnswer(
            String outputJson, List<ErrorEntry> errors, @Nullable String traceback, @Nullable String explanation) {
        this(outputJson, errors, traceback, explanation, null, null);
    }
}
