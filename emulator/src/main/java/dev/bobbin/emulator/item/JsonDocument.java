package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import dev.bobbin.emulator.item.JsonElement.Member;
import dev.bobbin.emulator.item.JsonParse.Outcome;
import dev.bobbin.emulator.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON file as text, read as far as it can be read, whose values can be changed one at a time with every other
 * character left alone: unknown fields, the order of keys, indentation, line ends, a byte order mark.
 */
public final class JsonDocument {

    /** Repairs of one text; a file with more slips than this is no JSON file. */
    private static final int MOST_REPAIRS = 100;

    private final String text;
    private final Optional<JsonElement> root;
    private final List<Problem> problems;
    private final Optional<String> mended;

    private JsonDocument(String text, Optional<JsonElement> root, List<Problem> problems, Optional<String> mended) {
        this.text = text;
        this.root = root;
        this.problems = List.copyOf(problems);
        this.mended = mended;
    }

    /** Something that is no JSON. @param offset in the text @param message one sentence */
    public record Problem(int offset, Message message) {}

    /** Reads a text; never fails, see {@link #problems()}. */
    public static JsonDocument of(String text) {
        String readable = text.startsWith("\uFEFF") ? " " + text.substring(1) : text;
        List<Problem> problems = new ArrayList<>();
        Outcome outcome = JsonParse.read(readable);
        while (outcome.stop() != null) {
            Optional<JsonRepair.Repaired> repaired =
                    problems.size() < MOST_REPAIRS ? JsonRepair.repair(readable, outcome.stop()) : Optional.empty();
            if (repaired.isEmpty()) {
                problems.add(unreadable(readable, outcome.stop()));
                break;
            }
            readable = repaired.get().text();
            problems.add(repaired.get().problem());
            outcome = JsonParse.read(readable);
        }
        boolean whole = outcome.stop() == null && !problems.isEmpty();
        return new JsonDocument(
                text,
                Optional.ofNullable(outcome.root()),
                problems,
                whole ? Optional.of(JsonRepair.mended(text, readable)) : Optional.empty());
    }

    private static Problem unreadable(String text, JsonParse.Stop stop) {
        if (text.isBlank()) {
            return new Problem(0, Message.of("json-syntax.empty"));
        }
        if (stop.atEnd()) {
            return new Problem(stop.offset(), Message.of("json-syntax.ends-early"));
        }
        int end = text.offsetByCodePoints(stop.offset(), 1);
        String character = text.substring(stop.offset(), end);
        Object shown = Character.isISOControl(character.codePointAt(0))
                ? Message.of("json-syntax.control-character")
                : "'" + character + "'";
        return new Problem(stop.offset(), Message.of("json-syntax.unexpected", shown));
    }

    public String text() {
        return text;
    }

    /** What was read; empty when there is not even the beginning of a value. */
    public Optional<JsonElement> root() {
        return root;
    }

    /** What is no JSON, in the order it was met; empty for a sound file. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same text with its slips mended: missing and needless commas, comments. Empty when it is sound or past that. */
    public Optional<String> mended() {
        return mended;
    }

    /** Line of an offset, from 1. */
    public int line(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Column of an offset, from 1, in UTF-16 units. */
    public int column(int offset) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        boolean mark = lineStart == 0 && text.startsWith("\uFEFF");
        return offset - lineStart + (mark ? 0 : 1);
    }

    /** The value a pointer leads to. */
    public Optional<JsonElement> at(JsonPointer pointer) {
        Optional<JsonElement> element = root;
        for (JsonPointer rest = pointer; !rest.matches() && element.isPresent(); rest = rest.tail()) {
            element = child(element.get(), rest);
        }
        return element;
    }

    private static Optional<JsonElement> child(JsonElement parent, JsonPointer pointer) {
        return switch (parent) {
            case JsonObject object ->
                object.member(pointer.getMatchingProperty()).map(Member::value);
            case JsonArray array -> {
                int index = pointer.getMatchingIndex();
                boolean there = index >= 0 && index < array.elements().size();
                yield there ? Optional.of(array.elements().get(index)) : Optional.empty();
            }
            case JsonElement.JsonScalar scalar -> Optional.empty();
        };
    }

    /**
     * The document with one value replaced, or with a member added to an object that lacks it.
     *
     * @throws IllegalArgumentException when the pointer leads to nothing whose parent is an object
     */
    public JsonDocument set(JsonPointer pointer, JsonNode value) {
        Optional<JsonElement> existing = at(pointer);
        if (existing.isPresent()) {
            JsonElement element = existing.get();
            return replaced(element.start(), element.end(), style().write(value, style().indentAt(element.start())));
        }
        if (!pointer.matches() && at(pointer.head()).orElse(null) instanceof JsonObject object) {
            return added(
                    object.start(),
                    object.end(),
                    spans(object),
                    object.members().size(),
                    style().member(pointer.last().getMatchingProperty(), value));
        }
        throw absent(pointer);
    }

    /**
     * The document with an element inserted into an array.
     *
     * @param array leads to the array
     * @param index where the new element will be; the array's size to append
     * @throws IllegalArgumentException when the pointer leads to no array
     * @throws IndexOutOfBoundsException when the index lies outside the array
     */
    public JsonDocument insert(JsonPointer array, int index, JsonNode value) {
        if (at(array).orElse(null) instanceof JsonArray found) {
            return added(found.start(), found.end(), spans(found), index, style().element(value));
        }
        throw absent(array);
    }

    /**
     * The document without one member or element.
     *
     * @throws IllegalArgumentException when the pointer leads to nothing, or to the whole document
     */
    public JsonDocument remove(JsonPointer pointer) {
        if (pointer.matches() || at(pointer).isEmpty()) {
            throw absent(pointer);
        }
        JsonElement parent = at(pointer.head()).orElseThrow();
        List<Span> spans = spans(parent);
        int end = at(pointer).orElseThrow().end();
        int index = 0;
        while (spans.get(index).end() != end) {
            index++;
        }
        if (spans.size() == 1) {
            return replaced(parent.start() + 1, parent.end() - 1, "");
        }
        return index + 1 < spans.size()
                ? replaced(spans.get(index).start(), spans.get(index + 1).start(), "")
                : replaced(spans.get(index - 1).end(), spans.get(index).end(), "");
    }

    /** Extent of one entry of a container. */
    record Span(int start, int end) {}

    private static List<Span> spans(JsonElement container) {
        return switch (container) {
            case JsonObject object ->
                object.members().stream().map(m -> new Span(m.start(), m.end())).toList();
            case JsonArray array ->
                array.elements().stream().map(e -> new Span(e.start(), e.end())).toList();
            case JsonElement.JsonScalar scalar -> List.of();
        };
    }

    private JsonDocument added(int start, int end, List<Span> entries, int index, JsonStyle.Entry entry) {
        if (entries.isEmpty()) {
            return replaced(start + 1, end - 1, style().only(entry, start));
        }
        String separator = style().separator(start, entries.getFirst().start());
        if (index == entries.size()) {
            int behind = entries.getLast().end();
            return replaced(
                    behind,
                    behind,
                    "," + separator
                            + entry.write(style().indentAt(entries.getFirst().start())));
        }
        int before = entries.get(index).start();
        return replaced(before, before, entry.write(style().indentAt(before)) + "," + separator);
    }

    private JsonStyle style() {
        return JsonStyle.of(text, root);
    }

    private JsonDocument replaced(int start, int end, String replacement) {
        return of(text.substring(0, start) + replacement + text.substring(end));
    }

    private static IllegalArgumentException absent(JsonPointer pointer) {
        return new IllegalArgumentException("the document has no place " + pointer);
    }
}
