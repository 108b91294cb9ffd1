package dev.bobbin.emulator.example;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares JSON values place by place. The order of keys does not matter, that of elements does. */
public final class OutputDiff {

    /** Nobody reads more, and two lists of a million rows may differ in every one. */
    private static final int MOST = 100;

    private final List<Difference> differences = new ArrayList<>();
    private final IgnoredPlaces ignored;

    private OutputDiff(Set<String> ignored) {
        this.ignored = new IgnoredPlaces(ignored);
    }

    /**
     * Where two outputs differ, in the order of the first; 100 places at most.
     *
     * @param expected JSON text
     * @param actual JSON text
     * @throws IOException when one of them is no JSON
     */
    public static List<Difference> compare(String expected, String actual) throws IOException {
        return compare(expected, actual, "/output");
    }

    /**
     * Where two values differ, as above.
     *
     * @param place what the places found begin with
     * @throws IOException when one of them is no JSON
     */
    public static List<Difference> compare(String expected, String actual, String place) throws IOException {
        return compare(ExampleJson.parse(expected), ExampleJson.parse(actual), Set.of(), place);
    }

    static List<Difference> compare(JsonNode expected, JsonNode actual, Set<String> ignored, String place) {
        OutputDiff diff = new OutputDiff(ignored);
        diff.compare(place, "", expected, actual);
        return List.copyOf(diff.differences);
    }

    /** @param pattern the place within the value, as {@link Expectation#ignored()} writes it */
    private void compare(String place, String pattern, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (differences.size() >= MOST || ignored.cover(pattern)) {
            return;
        }
        if (expected == null || actual == null) {
            add(place, expected, actual);
        } else if (expected.isObject() && actual.isObject()) {
            compareMembers(place, pattern, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            int length = Math.max(expected.size(), actual.size());
            for (int i = 0; i < length && differences.size() < MOST; i++) {
                compare(place + "/" + i, pattern + "/" + i, expected.get(i), actual.get(i));
            }
        } else if (!isSame(expected, actual)) {
            add(place, expected, actual);
        }
    }

    private void compareMembers(String place, String pattern, JsonNode expected, JsonNode actual) {
        Set<String> more = new LinkedHashSet<>();
        actual.fieldNames().forEachRemaining(more::add);
        for (Map.Entry<String, JsonNode> member : expected.properties()) {
            String key = more.contains(member.getKey()) ? member.getKey() : standsFor(member.getKey(), expected, more);
            more.remove(key);
            compareMember(place, pattern, key, member.getValue(), actual.get(key));
        }
        more.forEach(key -> compareMember(place, pattern, key, null, actual.get(key)));
    }

    /** The key a mark stands for; else the key itself. */
    private static String standsFor(String key, JsonNode expected, Set<String> more) {
        return more.stream()
                .filter(other -> !expected.has(other) && Placeholder.matches(key, other))
                .findFirst()
                .orElse(key);
    }

    private void compareMember(
            String place, String pattern, String key, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        String step = IgnoredPlaces.step(key);
        compare(place + step, pattern + step, expected, actual);
    }

    /** Whether a value that is expected, which may be a mark, is that value. */
    static boolean isSame(JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && actual.isTextual()) {
            return Placeholder.matches(expected.textValue(), actual.textValue());
        }
        if (expected.isTextual() && Placeholder.isAnything(expected.textValue())) {
            return !actual.isMissingNode();
        }
        if (expected.isTextual() && actual.isNumber()) {
            // A mark may stand for a number, too; a text never equals one.
            return Placeholder.isMark(expected.textValue())
                    && Placeholder.matches(expected.textValue(), actual.asText());
        }
        if (expected.isBigDecimal() && actual.isBigDecimal()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        // 1 and 1.0 are not the same: the caller gets to see which one it is.
        return expected.getNodeType() == actual.getNodeType()
                && expected.isIntegralNumber() == actual.isIntegralNumber()
                && expected.asText().equals(actual.asText());
    }

    private void add(String place, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        differences.add(new Difference(place, text(expected), text(actual)));
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.toString();
    }
}
