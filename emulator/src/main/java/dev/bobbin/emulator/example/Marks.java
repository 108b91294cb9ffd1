package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Keeps what somebody wrote into an expected value when a new answer is approved: marks where they still hold, and what
 * stands, or does not stand, at places that do not matter.
 */
final class Marks {

    private final IgnoredPlaces ignored;

    Marks(IgnoredPlaces ignored) {
        this.ignored = ignored;
    }

    /**
     * The masked value with the marks of the expected one.
     *
     * @param expected what was expected so far
     * @param actual the answer as it came
     * @param masked the answer with what differs from run to run masked; of the same shape
     */
    JsonNode keep(JsonNode expected, JsonNode actual, JsonNode masked) {
        return keep("", expected, actual, masked);
    }

    /** Missing when nothing is to stand in this place. */
    private JsonNode keep(String place, JsonNode expected, JsonNode actual, JsonNode masked) {
        if (ignored.cover(place) || expected.isTextual() && holds(expected.textValue(), actual)) {
            return expected;
        }
        return switch (masked) {
            case ObjectNode object -> members(place, expected, actual, object);
            case ArrayNode array -> elements(place, expected, actual, array);
            default -> masked;
        };
    }

    private ObjectNode members(String place, JsonNode expected, JsonNode actual, ObjectNode masked) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : masked.properties()) {
            String key = member.getKey();
            JsonNode value =
                    keep(place + IgnoredPlaces.step(key), expected.path(key), actual.path(key), member.getValue());
            if (!value.isMissingNode()) {
                kept.set(key, value);
            }
        }
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            if (!masked.has(member.getKey()) && ignored.cover(place + IgnoredPlaces.step(member.getKey()))) {
                kept.set(member.getKey(), member.getValue());
            }
        }
        return kept;
    }

    private ArrayNode elements(String place, JsonNode expected, JsonNode actual, ArrayNode masked) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < masked.size(); i++) {
            JsonNode value = keep(place + "/" + i, element(expected, i), actual.path(i), masked.get(i));
            // Those after it keep their places.
            kept.add(value.isMissingNode() ? masked.get(i) : value);
        }
        while (kept.size() > expected.size() && ignored.cover(place + "/" + (kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        while (kept.size() < expected.size() && ignored.cover(place + "/" + kept.size())) {
            kept.add(element(expected, kept.size()));
        }
        return kept;
    }

    private static JsonNode element(JsonNode expected, int index) {
        return expected.isArray() ? expected.path(index) : MissingNode.getInstance();
    }

    /** The expected text where it holds for the actual one, else the masked one. */
    static String keep(String expected, String actual, String masked) {
        return Placeholder.matches(expected, actual) ? expected : masked;
    }

    private static boolean holds(String expected, JsonNode actual) {
        return OutputDiff.isSame(JsonNodeFactory.instance.textNode(expected), actual);
    }
}
