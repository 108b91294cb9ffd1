package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.example.Difference;
import java.util.Set;
import java.util.regex.Pattern;

/** Places of differences for reading: {@code /output/0/left} is "Output[0].left". */
final class PlaceWords {

    private static final Set<String> PARTS = Set.of(
            "functionName",
            "status",
            "httpStatus",
            "errors",
            "output",
            "logs",
            "input",
            "code",
            "engine",
            "profile",
            "user",
            "badDays",
            "valueSets");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private PlaceWords() {}

    /** A difference in one line. */
    static String of(Difference difference) {
        String place = of(difference.place());
        if (difference.expected().isEmpty()) {
            return text("history.difference.new", place, difference.actual());
        }
        return difference.actual().isEmpty()
                ? text("history.difference.missing", place, difference.expected())
                : place + ": " + difference.expected() + " → " + difference.actual();
    }

    /** @param pointer a JSON pointer whose first part is one of a run, else it is left as it is */
    static String of(String pointer) {
        String[] parts = pointer.split("/", -1);
        if (parts.length < 2 || !PARTS.contains(parts[1])) {
            return pointer;
        }
        StringBuilder words = new StringBuilder(text("history.place." + parts[1]));
        for (int i = 2; i < parts.length; i++) {
            String part = parts[i].replace("~1", "/").replace("~0", "~");
            if (NUMBER.matcher(part).matches()) {
                words.append('[').append(part).append(']');
            } else if (NAME.matcher(part).matches()) {
                words.append('.').append(part);
            } else {
                words.append("['").append(part).append("']");
            }
        }
        return words.toString();
    }
}
