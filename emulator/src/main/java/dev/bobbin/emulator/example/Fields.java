package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Fields of an example file. One of the wrong kind would be an expectation that never fails, and is refused in words. */
final class Fields {

    private Fields() {}

    /** The text of a field; the usual one where there is no such field. */
    static String text(JsonNode object, String key, String usual) throws IOException {
        JsonNode value = object.path(key);
        if (value.isMissingNode()) {
            return usual;
        }
        require(value.isTextual(), key, "example.needs.text", value);
        return value.textValue();
    }

    /** The whole number of a field; null where there is no such field. */
    static @Nullable Integer number(JsonNode object, String key) throws IOException {
        JsonNode value = object.path(key);
        if (value.isMissingNode()) {
            return null;
        }
        require(value.isIntegralNumber() && value.canConvertToInt(), key, "example.needs.number", value);
        return value.intValue();
    }

    /** A field that is a list or missing. */
    static JsonNode list(JsonNode object, String key) throws IOException {
        JsonNode value = object.path(key);
        require(value.isMissingNode() || value.isArray(), key, "example.needs.list", value);
        return value;
    }

    /** A field that is an object or missing. */
    static JsonNode object(JsonNode object, String key) throws IOException {
        JsonNode value = object.path(key);
        require(value.isMissingNode() || value.isObject(), key, "example.needs.object", value);
        return value;
    }

    /** Refuses an element of a list that is of the wrong kind. @param needs key of the text for what has to stand there */
    static void require(boolean right, String key, String needs, JsonNode value) throws IOException {
        if (!right) {
            throw PlainException.of("example.needs", key, Message.of(needs), described(value));
        }
    }

    private static Object described(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> Message.of("example.found.object");
            case ARRAY -> Message.of("example.found.list");
            case STRING -> Message.of("example.found.text");
            case NUMBER -> Message.of("example.found.number", value.asText());
            default -> value.asText();
        };
    }
}
