package dev.bobbin.emulator.example;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Marks in an expected text that stand for parts which differ from run to run. */
public enum Placeholder {
    /**
     * A date and time in ISO form, extended or basic, as mail and web servers write it (RFC 1123), as C writes it (asctime), or
     * with the day or month first; or a number of seconds, milli-, micro- or nanoseconds since 1970.
     */
    TIME(
            "<time>",
            "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?|\\d{10,19}(?:\\.\\d+)?"
                    + "|[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} (?:GMT|UTC|[+-]\\d{4})"
                    + "|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2}),? \\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AP]M)?"
                    + "|\\d{8}[T_]?\\d{6}(?:[.,]?\\d{1,9})?(?:Z|[+-]\\d{2}:?\\d{2})?"
                    + "|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} (?:[A-Z]{3,4} )?\\d{4}"),
    /** A date in ISO form, extended or basic, or with the day or month first. */
    DATE("<date>", "\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})"),
    GUID("<guid>", "[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}"),
    /** Any text at all, also none; alone, any value. For secrets, and for people who edit an example. */
    ANY("<any>", "(?s:.*)");

    private static final Pattern MARKS = Pattern.compile(
            Arrays.stream(values()).map(p -> Pattern.quote(p.mark)).collect(Collectors.joining("|")));

    private final String mark;
    private final String pattern;

    Placeholder(String mark, String pattern) {
        this.mark = mark;
        this.pattern = pattern;
    }

    /** As it is written in an expected text. */
    public String mark() {
        return mark;
    }

    /** Whether a text is what is expected, placeholders taken for what they stand for. */
    static boolean matches(String expected, String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        var marks = MARKS.matcher(expected);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        while (marks.find()) {
            pattern.append(Pattern.quote(expected.substring(end, marks.start())));
            pattern.append("(?:")
                    .append(of(marks.group()).pattern)
                    .append('|')
                    // A function may well return the mark itself.
                    .append(Pattern.quote(marks.group()))
                    .append(')');
            end = marks.end();
        }
        if (end == 0) {
            return false;
        }
        pattern.append(Pattern.quote(expected.substring(end)));
        return Pattern.matches(pattern.toString(), actual);
    }

    /** The placeholders in a text, as they are written there, each once. */
    static List<String> in(String text) {
        return MARKS.matcher(text).results().map(MatchResult::group).distinct().toList();
    }

    /** Whether a text is a placeholder and nothing else. */
    static boolean isMark(String text) {
        return Arrays.stream(values()).anyMatch(p -> p.mark.equals(text));
    }

    /** Whether a text stands for any value. */
    static boolean isAnything(String text) {
        return ANY.mark.equals(text);
    }

    private static Placeholder of(String mark) {
        return Arrays.stream(values())
                .filter(p -> p.mark.equals(mark))
                .findFirst()
                .orElseThrow();
    }
}
