package dev.bobbin.emulator.message;

import java.util.regex.Pattern;

/**
 * Text from outside as a terminal or a log may show it: nothing in it moves the cursor, changes colours or turns the
 * direction of reading. Such a character is shown as its number, {@code \x1b} for example; tabs stay.
 */
public final class PlainText {

    private static final String CONTROL = "\\p{Cntrl}\\x80-\\x9f\\u2028-\\u202e\\u2066-\\u2069";
    private static final Pattern IN_LINE = Pattern.compile("[" + CONTROL + "&&[^\\t]]");
    private static final Pattern IN_LINES = Pattern.compile("[" + CONTROL + "&&[^\\t\\n\\r]]|\\r(?!\\n)");

    private PlainText() {}

    /** One line: whoever wrote the text begins no line of his own with it. */
    public static String line(String text) {
        return shown(IN_LINE, text);
    }

    /** A text of several lines, whose line ends stay. */
    public static String lines(String text) {
        return shown(IN_LINES, text);
    }

    private static String shown(Pattern control, String text) {
        return control.matcher(text)
                .replaceAll(found -> "\\\\x%02x".formatted((int) found.group().charAt(0)));
    }
}
