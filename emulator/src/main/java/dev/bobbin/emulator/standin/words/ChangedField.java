package dev.bobbin.emulator.standin.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A field of a document that was added, changed or removed.
 *
 * @param path such as {@code status} or {@code lines[1].quantity}; of elements of a list as it is now, of removed ones as
 *     it was; empty for the document itself
 * @param before as JSON text; null for a field that was not there
 * @param after as JSON text; null for a field that is no longer there
 */
public record ChangedField(
        String path, @Nullable String before, @Nullable String after) {

    /** Nobody reads more. */
    private static final int MOST = 100;

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * What is not the same in two documents, in the order of the first, those added last; 100 fields at most. A document
     * that was made or deleted comes with each field of its top level.
     *
     * @param before JSON text; null for a document that was not there
     * @param after JSON text; null for a document that is no longer there
     */
    public static List<ChangedField> between(@Nullable String before, @Nullable String after) {
        List<ChangedField> changes = new ArrayList<>();
        try {
            JsonNode was = before == null ? JSON.createObjectNode() : JSON.readTree(before);
            JsonNode is = after == null ? JSON.createObjectNode() : JSON.readTree(after);
            compare("", was, is, changes);
        } catch (JsonProcessingException e) {
            // A masked or damaged text is still a change, of the whole.
            changes.add(new ChangedField("", before, after));
        }
        return changes;
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<ChangedField> changes) {
        if (changes.size() >= MOST) {
            return;
        }
        if (before instanceof ObjectNode was && after instanceof ObjectNode is) {
            members(path, was, is, changes);
        } else if (before instanceof ArrayNode was && after instanceof ArrayNode is) {
            elements(path, was, is, changes);
        } else if (before == null || !before.equals(after)) {
            changes.add(new ChangedField(path, text(before), text(after)));
        }
    }

    private static void members(String path, ObjectNode before, ObjectNode after, List<ChangedField> changes) {
        Set<String> names = new LinkedHashSet<>();
        before.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        after.properties().stream().map(Map.Entry::getKey).forEach(names::add);
        if (path.isEmpty()) {
            names.removeAll(Change.Document.OF_THE_SERVICE);
        }
        names.forEach(name -> compare(member(path, name), before.get(name), after.get(name), changes));
    }

    /** What both begin and end with is left out, so that an element put in or taken out is told as just that. */
    private static void elements(String path, ArrayNode before, ArrayNode after, List<ChangedField> changes) {
        int shorter = Math.min(before.size(), after.size());
        int begin = 0;
        while (begin < shorter && before.get(begin).equals(after.get(begin))) {
            begin++;
        }
        int end = 0;
        while (end < shorter - begin && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        int last = Math.max(before.size(), after.size()) - end;
        for (int i = begin; i < last && changes.size() < MOST; i++) {
            JsonNode was = i < before.size() - end ? before.get(i) : null;
            JsonNode is = i < after.size() - end ? after.get(i) : null;
            compare(path + "[" + i + "]", was, is, changes);
        }
    }

    private static String member(String path, String name) {
        if (PLAIN.matcher(name).matches()) {
            return path.isEmpty() ? name : path + "." + name;
        }
        return path + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }
}
