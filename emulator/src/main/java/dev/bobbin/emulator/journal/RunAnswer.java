package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.service.ErrorEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to.
 *
 * @param outputJson the result as JSON text, {@code ""} in quotes when there is none
 * @param traceback as Python prints it; null unless the function raised
 * @param explanation in plain words; null when the envelope says it all
 */
public record RunAnswer(
        String outputJson,
        List<ErrorEntry> errors,
        @Nullable String traceback,
        @Nullable String explanation) {

    public RunAnswer {
        errors = List.copyOf(errors);
    }
}
