package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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

    /**
     * A text that is not compared letter by letter.
     *
     * @param place a JSON pointer that begins with {@code /output} or {@code /errors}
     * @param placeholders that stand there, as they are written
     */
    public record Masked(String place, List<String> placeholders) {

        public Masked {
            placeholders = List.copyOf(placeholders);
        }
    }

    /** The texts with placeholders, in order. */
    public List<Masked> masked() {
        List<Masked> found = new ArrayList<>();
        look("/output", output, found);
        List<ExpectedError> expected = errors == null ? List.of() : errors;
        for (int i = 0; i < expected.size(); i++) {
            look("/errors/" + i + "/message", expected.get(i).message(), found);
        }
        return List.copyOf(found);
    }

    private static void look(String place, JsonNode value, List<Masked> found) {
        if (value.isTextual()) {
            look(place, value.textValue(), found);
        }
        value.properties()
                .forEach(member -> look(place + IgnoredPlaces.step(member.getKey()), member.getValue(), found));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            look(place + "/" + i, value.get(i), found);
        }
    }

    private static void look(String place, String text, List<Masked> found) {
        List<String> placeholders = Placeholder.in(text);
        if (!placeholders.isEmpty()) {
            found.add(new Masked(place, placeholders));
        }
    }
}
