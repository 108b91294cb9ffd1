package dev.bobbin.emulator.standin.documents.query;

import static dev.bobbin.emulator.standin.documents.query.Arguments.at;
import static dev.bobbin.emulator.standin.documents.query.Arguments.isTrue;
import static dev.bobbin.emulator.standin.documents.query.Arguments.texts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Definition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Functions on texts. */
final class TextFunctions {

    static final Map<String, Definition> ALL = Map.ofEntries(
            Map.entry("CONCAT", new Definition(2, 200, texts(all -> text(String.join("", all))))),
            Map.entry("CONTAINS", test((text, part) -> text.contains(part))),
            Map.entry("CONTAINS_ALL_CI", containsSome(Operators::and, true)),
            Map.entry("CONTAINS_ALL_CS", containsSome(Operators::and, false)),
            Map.entry("CONTAINS_ANY_CI", containsSome(Operators::or, true)),
            Map.entry("CONTAINS_ANY_CS", containsSome(Operators::or, false)),
            Map.entry("STARTSWITH", test((text, part) -> text.startsWith(part))),
            Map.entry("ENDSWITH", test((text, part) -> text.endsWith(part))),
            Map.entry("STRINGEQUALS", test(String::equals)),
            Map.entry("REGEXMATCH", new Definition(2, 3, texts(TextFunctions::regexMatch))),
            Map.entry("INDEX_OF", new Definition(2, 3, TextFunctions::indexOf)),
            Map.entry(
                    "LASTINDEXOF",
                    new Definition(
                            2, 2, texts(all -> Values.of((double) all.get(0).lastIndexOf(all.get(1)))))),
            Map.entry("LEFT", new Definition(2, 2, arguments -> substring(arguments.get(0), 0, arguments.get(1)))),
            Map.entry("RIGHT", new Definition(2, 2, TextFunctions::right)),
            Map.entry("SUBSTRING", new Definition(3, 3, TextFunctions::substring)),
            Map.entry(
                    "LENGTH",
                    new Definition(
                            1, 1, texts(all -> Values.of((double) all.getFirst().length())))),
            Map.entry(
                    "LOWER",
                    new Definition(1, 1, texts(all -> text(all.getFirst().toLowerCase(Locale.ROOT))))),
            Map.entry(
                    "UPPER",
                    new Definition(1, 1, texts(all -> text(all.getFirst().toUpperCase(Locale.ROOT))))),
            Map.entry("TRIM", new Definition(1, 2, texts(all -> text(trimmed(all, true, true))))),
            Map.entry("LTRIM", new Definition(1, 2, texts(all -> text(trimmed(all, true, false))))),
            Map.entry("RTRIM", new Definition(1, 2, texts(all -> text(trimmed(all, false, true))))),
            Map.entry("REPLACE", new Definition(3, 3, texts(TextFunctions::replace))),
            Map.entry("REPLICATE", new Definition(2, 2, TextFunctions::replicate)),
            Map.entry("REVERSE", new Definition(1, 1, texts(all -> text(reversed(all.getFirst()))))),
            Map.entry(
                    "SUBSTRINGBEFORE",
                    new Definition(
                            2, 2, texts(all -> text(before(all, all.get(0).indexOf(all.get(1))))))),
            Map.entry(
                    "SUBSTRINGAFTER",
                    new Definition(2, 2, texts(all -> text(after(all, all.get(0).indexOf(all.get(1))))))),
            Map.entry(
                    "LASTSUBSTRINGBEFORE",
                    new Definition(
                            2, 2, texts(all -> text(before(all, all.get(0).lastIndexOf(all.get(1))))))),
            Map.entry(
                    "LASTSUBSTRINGAFTER",
                    new Definition(2, 2, texts(all -> text(after(all, all.get(0).lastIndexOf(all.get(1))))))));

    private static final int LONGEST_REPLICATION = 10_000;

    private TextFunctions() {}

    private static JsonNode text(String text) {
        return Values.JSON.textNode(text);
    }

    /** A test of two texts; a third argument that is true has it ignore case. */
    private static Definition test(BiPredicate<String, String> test) {
        return new Definition(2, 3, arguments -> {
            JsonNode text = arguments.get(0);
            JsonNode part = arguments.get(1);
            if (!text.isTextual() || !part.isTextual()) {
                return Values.UNDEFINED;
            }
            boolean ignoresCase = isTrue(arguments, 2);
            return Values.of(test.test(folded(text, ignoresCase), folded(part, ignoresCase)));
        });
    }

    /** Whether a text contains others. @param joined makes one answer of two */
    private static Definition containsSome(BinaryOperator<JsonNode> joined, boolean ignoresCase) {
        return new Definition(
                2,
                200,
                arguments -> arguments.stream()
                        .skip(1)
                        .map(part -> contains(arguments.getFirst(), part, ignoresCase))
                        .reduce(joined)
                        .orElse(Values.UNDEFINED));
    }

    private static JsonNode contains(JsonNode text, JsonNode part, boolean ignoresCase) {
        return text.isTextual() && part.isTextual()
                ? Values.of(folded(text, ignoresCase).contains(folded(part, ignoresCase)))
                : Values.UNDEFINED;
    }

    private static String folded(JsonNode text, boolean ignoresCase) {
        String value = text.textValue();
        return ignoresCase ? value.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : value;
    }

    private static JsonNode regexMatch(List<String> all) {
        int flags = 0;
        for (char modifier : (all.size() > 2 ? all.get(2) : "").toCharArray()) {
            switch (modifier) {
                case 'i' -> flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> flags |= Pattern.MULTILINE;
                case 's' -> flags |= Pattern.DOTALL;
                case 'x' -> flags |= Pattern.COMMENTS;
                default -> {
                    return Values.UNDEFINED;
                }
            }
        }
        try {
            return Values.of(Pattern.compile(all.get(1), flags)
                    .matcher(new StoppableText(all.get(0)))
                    .find());
        } catch (PatternSyntaxException e) {
            return Values.UNDEFINED;
        }
    }

    private static JsonNode indexOf(List<JsonNode> arguments) {
        JsonNode start = at(arguments, 2);
        boolean fromStart = arguments.size() < 3;
        if (!arguments.get(0).isTextual() || !arguments.get(1).isTextual() || !fromStart && !start.isNumber()) {
            return Values.UNDEFINED;
        }
        int from = fromStart ? 0 : start.intValue();
        return Values.of(
                (double) arguments.get(0).textValue().indexOf(arguments.get(1).textValue(), from));
    }

    private static JsonNode substring(List<JsonNode> arguments) {
        JsonNode start = arguments.get(1);
        return start.isNumber() ? substring(arguments.get(0), start.doubleValue(), arguments.get(2)) : Values.UNDEFINED;
    }

    private static JsonNode substring(JsonNode text, double start, JsonNode length) {
        if (!text.isTextual() || !length.isNumber()) {
            return Values.UNDEFINED;
        }
        String whole = text.textValue();
        int from = (int) Math.clamp(start, 0.0, (double) whole.length());
        int count = (int) Math.clamp(length.doubleValue(), 0.0, (double) (whole.length() - from));
        return text(whole.substring(from, from + count));
    }

    private static JsonNode right(List<JsonNode> arguments) {
        JsonNode text = arguments.get(0);
        JsonNode length = arguments.get(1);
        if (!text.isTextual() || !length.isNumber()) {
            return Values.UNDEFINED;
        }
        String whole = text.textValue();
        int count = (int) Math.clamp(length.doubleValue(), 0.0, (double) whole.length());
        return text(whole.substring(whole.length() - count));
    }

    private static String trimmed(List<String> all, boolean left, boolean right) {
        String text = all.getFirst();
        int start = 0;
        int end = text.length();
        while (left && start < end && isTrimmed(text.charAt(start), all)) {
            start++;
        }
        while (right && end > start && isTrimmed(text.charAt(end - 1), all)) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isTrimmed(char c, List<String> all) {
        return all.size() > 1 ? all.get(1).indexOf(c) >= 0 : Character.isWhitespace(c);
    }

    private static JsonNode replace(List<String> all) {
        return text(all.get(1).isEmpty() ? all.get(0) : all.get(0).replace(all.get(1), all.get(2)));
    }

    private static JsonNode replicate(List<JsonNode> arguments) {
        JsonNode times = arguments.get(1);
        if (!arguments.get(0).isTextual() || !Arguments.isWhole(times) || times.doubleValue() < 0) {
            return Values.UNDEFINED;
        }
        String text = arguments.get(0).textValue();
        // The service gives up on long results too ("maximum length of the result is 10,000 characters").
        return text.length() * times.doubleValue() > LONGEST_REPLICATION
                ? Values.UNDEFINED
                : text(text.repeat(times.intValue()));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static String before(List<String> all, int index) {
        return index < 0 ? "" : all.get(0).substring(0, index);
    }

    private static String after(List<String> all, int index) {
        return index < 0 ? "" : all.get(0).substring(index + all.get(1).length());
    }
}
