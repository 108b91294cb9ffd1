package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * How a JSON text is laid out, so that new values look like their surroundings.
 *
 * @param text the whole text
 * @param newline the line end in use; empty when the text has a single line
 * @param indent one step of indentation
 * @param colon what stands between key and value, {@code ": "} in most files
 */
record JsonStyle(String text, String newline, String indent, String colon) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A new entry of a container, laid out for a line of that indentation. */
    interface Entry {
        String write(String indentation);
    }

    static JsonStyle of(String text, Optional<JsonElement> root) {
        int feed = text.strip().indexOf('\n') < 0 ? -1 : text.indexOf('\n');
        String newline = feed < 0 ? "" : feed > 0 && text.charAt(feed - 1) == '\r' ? "\r\n" : "\n";
        String indent = "  ";
        String colon = ": ";
        if (root.isPresent()
                && root.get() instanceof JsonObject object
                && !object.members().isEmpty()) {
            JsonElement.Member first = object.members().getFirst();
            String between = text.substring(first.start(), first.value().start());
            colon = between.substring(between.lastIndexOf('"') + 1);
            indent = step(indentAt(text, object.start()), indentAt(text, first.start()), indent);
        } else if (root.isPresent()
                && root.get() instanceof JsonArray array
                && !array.elements().isEmpty()) {
            int first = array.elements().getFirst().start();
            indent = step(indentAt(text, array.start()), indentAt(text, first), indent);
        }
        return new JsonStyle(text, newline, indent, colon);
    }

    private static String step(String outer, String inner, String usual) {
        boolean deeper = inner.startsWith(outer) && inner.length() > outer.length();
        return deeper ? inner.substring(outer.length()) : usual;
    }

    /** Indentation of the line an offset lies in. */
    String indentAt(int offset) {
        return indentAt(text, offset);
    }

    /** White space at the beginning of the line an offset lies in. */
    private static String indentAt(String text, int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int end = lineStart;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(lineStart, end);
    }

    Entry member(String key, JsonNode value) {
        return indentation -> compact(TextNode.valueOf(key)) + colon + write(value, indentation);
    }

    Entry element(JsonNode value) {
        return indentation -> write(value, indentation);
    }

    /** The inside of a container whose only entry this will be. */
    String only(Entry entry, int container) {
        String outer = indentAt(text, container);
        return newline.isEmpty()
                ? entry.write(outer)
                : newline + outer + indent + entry.write(outer + indent) + newline + outer;
    }

    /** What stands between two entries behind the comma, judged by what stands before the first entry. */
    String separator(int container, int firstEntry) {
        String before = text.substring(container + 1, firstEntry);
        return before.isBlank() && before.contains("\n") ? before : " ";
    }

    /** A value on a line of that indentation, in several lines when the text has several. */
    String write(JsonNode value, String outer) {
        if (!value.isContainerNode() || value.isEmpty()) {
            return compact(value);
        }
        if (newline.isEmpty()) {
            return oneLine(value);
        }
        String inner = outer + indent;
        List<String> entries = entries(value, inner);
        String body = String.join("," + newline + inner, entries);
        String open = value.isObject() ? "{" : "[";
        String close = value.isObject() ? "}" : "]";
        return open + newline + inner + body + newline + outer + close;
    }

    private String oneLine(JsonNode value) {
        String body = String.join(", ", entries(value, ""));
        return value.isObject() ? "{" + body + "}" : "[" + body + "]";
    }

    private List<String> entries(JsonNode value, String inner) {
        if (value.isObject()) {
            List<String> entries = new ArrayList<>();
            value.properties()
                    .forEach(e ->
                            entries.add(compact(TextNode.valueOf(e.getKey())) + colon + write(e.getValue(), inner)));
            return entries;
        }
        return StreamSupport.stream(value.spliterator(), false)
                .map(element -> write(element, inner))
                .toList();
    }

    private static String compact(JsonNode value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }
}
