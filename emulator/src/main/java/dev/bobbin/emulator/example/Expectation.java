package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call is to answer. Texts may hold placeholders such as {@code <time>} for parts that differ from run to run, see
 * {@link Placeholder}.
 *
 * @param status as in the envelope
 * @param httpStatus null when it does not matter
 * @param output the result; a missing node when it does not matter
 * @param errors names and messages, in order; null when they do not matter
 * @param ignored JSON pointers into the output of parts that do not matter; {@code *} stands for any element or key
 */
public record Expectation(
        String status,
        @Nullable Integer httpStatus,
        JsonNode output,
        @Nullable List<ExpectedError> errors,
        Set<String> ignored) {

    /** An entry of the envelope's errors, as far as it is compared. */
    public record ExpectedError(String name, String message) {}

    public Expectation {
        errors = errors == null ? null : List.copyOf(errors);
        ignored = Set.copyOf(ignored);
    }
}
