package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON_MODIFY: changes one place of a JSON text and leaves the rest as it is written (reference, "JSON_MODIFY"). */
final class JsonModification {

    private JsonModification() {}

    /** @param json whether the value is JSON itself rather than a text */
    static @Nullable Object modify(@Nullable Object[] v, SqlType type, boolean json) {
        if (v[0] == null || v[1] == null) {
            return null;
        }
        String text = v[0].toString();
        String written = v[1].toString();
        boolean append = written.startsWith("append ");
        JsonPath path = new JsonPath(append ? written.substring(7) : written);
        List<Object> steps = path.steps();
        if (steps.isEmpty() && !append) {
            return JsonFunctions.fail(13619, "Unsupported JSON path found in argument 2 of JSON_MODIFY.");
        }
        JsonText.Value root = JsonText.parse(text);
        JsonText.Value found = JsonText.at(root, steps);
        String value = json && v[2] != null ? v[2].toString() : JsonDocument.value(v[2], type);
        if (append) {
            return append(text, found, value, path);
        }
        JsonText.Value parent = JsonText.at(root, path.parent().steps());
        if (found != null && parent != null) {
            boolean remove = v[2] == null && !path.strict() && parent.kind() == JsonText.Kind.OBJECT;
            return remove ? removed(text, parent, found) : replaced(text, found.start(), found.end(), value);
        }
        if (path.strict()) {
            return path.missing();
        }
        boolean adds = parent != null
                && parent.kind() == JsonText.Kind.OBJECT
                && steps.getLast() instanceof String
                && v[2] != null;
        return adds && parent != null
                ? inserted(
                        text,
                        parent,
                        "\"" + JsonFunctions.escape(steps.getLast().toString()) + "\":" + value)
                : text;
    }

    private static @Nullable Object append(String text, JsonText.@Nullable Value found, String value, JsonPath path) {
        if (found == null) {
            return path.strict() ? path.missing() : text;
        }
        if (found.kind() != JsonText.Kind.ARRAY) {
            return path.strict()
                    ? JsonFunctions.fail(13621, "Array cannot be found in the specified JSON path.")
                    : text;
        }
        return inserted(text, found, value);
    }

    private static String replaced(String text, int start, int end, String value) {
        return text.substring(0, start) + value + text.substring(end);
    }

    /** Puts something behind the last child. */
    private static String inserted(String text, JsonText.Value container, String what) {
        return container.children().isEmpty()
                ? replaced(text, container.start() + 1, container.end() - 1, what)
                : replaced(
                        text,
                        container.children().getLast().end(),
                        container.children().getLast().end(),
                        "," + what);
    }

    /** Takes a member out, with the comma beside it. */
    private static String removed(String text, JsonText.Value parent, JsonText.Value member) {
        int index = parent.children().indexOf(member);
        if (index > 0) {
            return replaced(text, parent.children().get(index - 1).end(), member.end(), "");
        }
        return parent.children().size() > 1
                ? replaced(text, member.keyStart(), parent.children().get(1).keyStart(), "")
                : replaced(text, parent.start() + 1, parent.end() - 1, "");
    }
}
