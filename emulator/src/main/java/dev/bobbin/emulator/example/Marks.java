package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keeps the marks that somebody wrote into an expected value when a new answer is approved, where they still hold. */
final class Marks {

    private Marks() {}

    /**
     * The masked value with the marks of the expected one.
     *
     * @param expected what was expected so far
     * @param actual the answer as it came
     * @param masked the answer with what differs from run to run masked; of the same shape
     */
    static JsonNode keep(JsonNode expected, JsonNode actual, JsonNode masked) {
        if (expected.isTextual()) {
            return holds(expected.textValue(), actual) ? expected : masked;
        }
        if (expected instanceof ObjectNode object && masked instanceof ObjectNode maskedObject) {
            ObjectNode kept = JsonNodeFactory.instance.objectNode();
            maskedObject
                    .properties()
                    .forEach(property -> kept.set(
                            property.getKey(),
                            keep(object.path(property.getKey()), actual.path(property.getKey()), property.getValue())));
            return kept;
        }
        if (expected instanceof ArrayNode array && masked instanceof ArrayNode maskedArray) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < maskedArray.size(); i++) {
                kept.add(keep(array.path(i), actual.path(i), maskedArray.get(i)));
            }
            return kept;
        }
        return masked;
    }

    /** The expected text where it holds for the actual one, else the masked one. */
    static String keep(String expected, String actual, String masked) {
        return Placeholder.matches(expected, actual) ? expected : masked;
    }

    private static boolean holds(String expected, JsonNode actual) {
        return OutputDiff.isSame(JsonNodeFactory.instance.textNode(expected), actual);
    }
}
