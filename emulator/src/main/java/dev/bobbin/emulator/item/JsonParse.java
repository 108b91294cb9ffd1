package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import dev.bobbin.emulator.item.JsonElement.JsonScalar;
import dev.bobbin.emulator.item.JsonElement.Member;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a JSON text that keeps what it read when it meets something it cannot read. */
final class JsonParse {

    /** Deeper nesting is refused by the parser; a hand-written file has no more than ten levels. */
    private static final int DEEPEST = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** Where reading stopped. @param offset of the character that does not fit */
    record Stop(int offset, boolean atEnd) {}

    private final JsonParser parser;
    private final String text;
    private @Nullable Stop stop;

    /** What was read. @param stop null when the text was read to its end */
    record Outcome(@Nullable JsonElement root, @Nullable Stop stop) {}

    private JsonParse(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Outcome read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonParse parse = new JsonParse(text, parser);
            JsonElement root = parse.next() == null ? null : parse.element();
            int behind = parse.offset();
            if (root != null && parse.stop == null && parse.next() != null) {
                parse.stop = new Stop(Math.max(behind, parse.tokenStart()), false);
            }
            if (root == null && parse.stop == null) {
                parse.stop = new Stop(text.length(), true);
            }
            return new Outcome(root, parse.stop);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory has no input errors", e);
        }
    }

    /** The next token; null at the end and where reading stops. */
    private @Nullable JsonToken next() throws IOException {
        if (stop != null) {
            return null;
        }
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            stop = stop(e);
            return null;
        }
    }

    private JsonElement element() throws IOException {
        int start = tokenStart();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            List<Member> members = members();
            return new JsonObject(start, closed(), members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonElement> elements = new ArrayList<>();
            for (JsonToken t = next(); t != null && t != JsonToken.END_ARRAY; t = next()) {
                elements.add(element());
            }
            return new JsonArray(start, closed(), elements);
        }
        JsonNode value = scalar(token);
        int end = token == JsonToken.VALUE_STRING
                ? offset()
                : start + parser.getText().length();
        return new JsonScalar(start, stop == null ? end : text.length(), value);
    }

    private List<Member> members() throws IOException {
        List<Member> members = new ArrayList<>();
        for (JsonToken t = next(); t != null && t != JsonToken.END_OBJECT; t = next()) {
            int start = tokenStart();
            String key = parser.currentName();
            if (next() == null) {
                break;
            }
            members.add(new Member(key, start, element()));
        }
        return members;
    }

    private JsonNode scalar(JsonToken token) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        try {
            return switch (token) {
                case VALUE_STRING -> nodes.textNode(parser.getText());
                case VALUE_NUMBER_INT -> number(nodes);
                case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
                case VALUE_TRUE -> nodes.booleanNode(true);
                case VALUE_FALSE -> nodes.booleanNode(false);
                default -> nodes.nullNode();
            };
        } catch (JsonProcessingException e) {
            stop = stop(e);
            return nodes.nullNode();
        }
    }

    /** Text nested too deeply has no location of its own: it stops where the parser stands. */
    private Stop stop(JsonProcessingException cause) {
        @Nullable JsonLocation location = cause.getLocation();
        int offset = location == null ? offset() : (int) location.getCharOffset();
        int found = Math.clamp(offset, 0, text.length());
        return new Stop(found, text.substring(found).isBlank());
    }

    private JsonNode number(JsonNodeFactory nodes) throws IOException {
        return switch (parser.getNumberType()) {
            case INT -> nodes.numberNode(parser.getIntValue());
            case LONG -> nodes.numberNode(parser.getLongValue());
            default -> nodes.numberNode(parser.getBigIntegerValue());
        };
    }

    private int closed() {
        return stop == null ? offset() : text.length();
    }

    private int tokenStart() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private int offset() {
        return (int) parser.currentLocation().getCharOffset();
    }
}
