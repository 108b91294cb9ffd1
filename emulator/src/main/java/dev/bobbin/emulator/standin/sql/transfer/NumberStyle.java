package dev.bobbin.emulator.standin.sql.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How a file writes numbers and days. */
public enum NumberStyle {

    /** As programs do: {@code 1234.5} and {@code 2026-01-31}. */
    POINT {
        @Override
        String plain(String text) {
            return text;
        }
    },

    /** As spreadsheets of Germany and its neighbours do: {@code 1.234,5} and {@code 31.01.2026}. */
    COMMA {
        @Override
        String plain(String text) {
            if (NUMBER.matcher(text).matches()) {
                return text.replace(".", "").replace(',', '.');
            }
            Matcher day = DAY.matcher(text);
            return day.matches()
                    ? day.group(3) + "-" + twoDigits(day.group(2)) + "-" + twoDigits(day.group(1)) + day.group(4)
                    : text;
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d+)?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(| \\d\\d:\\d\\d(?::\\d\\d)?)");
    private static final Pattern FRACTION = Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d+),\\d+");

    /** No thousands: these points are those of fractions. */
    private static final Pattern POINT_FRACTION = Pattern.compile("[+-]?(\\d+\\.(\\d{1,2}|\\d{4,})|\\d{4,}\\.\\d+)");

    /** A number or day as {@link #POINT} writes it; other texts as they are. */
    abstract String plain(String text);

    /**
     * The style of a file whose fields are separated by semicolons, which is what leaves the comma to its numbers.
     *
     * @param text the file's beginning
     */
    static NumberStyle of(String text, char delimiter) {
        if (delimiter != ';') {
            return POINT;
        }
        boolean commas = fields(text)
                .anyMatch(field ->
                        FRACTION.matcher(field).matches() || DAY.matcher(field).matches());
        return commas
                        && fields(text)
                                .noneMatch(
                                        field -> POINT_FRACTION.matcher(field).matches())
                ? COMMA
                : POINT;
    }

    private static Stream<String> fields(String text) {
        return Pattern.compile("[;\\r\\n]")
                .splitAsStream(text)
                .map(field -> field.replace("\"", "").strip());
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
