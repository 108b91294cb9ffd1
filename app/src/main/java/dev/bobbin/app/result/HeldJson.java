package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bobbin.app.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * JSON that a text holds, to be looked at as a tree, table or chart.
 *
 * @param json as JSON text: what the text holds, or its lines as a list
 * @param lines whether it is one value a line, as streams of rows are sent
 */
record HeldJson(String json, boolean lines) {

    /** What a text holds, when it is a list, an object, or one of them a line in several lines. */
    static Optional<HeldJson> of(String text) {
        if (isListOrObject(text)) {
            return Optional.of(new HeldJson(text, false));
        }
        boolean mayBeLines = text.lines()
                .filter(Predicate.not(String::isBlank))
                .findFirst()
                .filter(HeldJson::isListOrObject)
                .isPresent();
        if (!mayBeLines) {
            return Optional.empty();
        }
        List<String> lines = text.lines().filter(Predicate.not(String::isBlank)).toList();
        return lines.stream().allMatch(HeldJson::isListOrObject)
                ? Optional.of(new HeldJson("[" + String.join(",", lines) + "]", true))
                : Optional.empty();
    }

    private static boolean isListOrObject(String text) {
        try {
            return Json.check(text).isStructStart();
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
