package dev.bobbin.emulator.standin.documents.query;

import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Writes times in the form that {@code DATETIMEFORMAT} is given: its letters are those of .NET's custom format strings,
 * with names in English. What is no such letter stands for itself, and so does any character behind a backslash.
 */
final class DateFormat {

    private static final int FRACTION_DIGITS = 7;

    private DateFormat() {}

    static String apply(String format, LocalDateTime time) {
        StringBuilder shown = new StringBuilder();
        int i = 0;
        while (i < format.length()) {
            char letter = format.charAt(i);
            if (letter == '\\' && i + 1 < format.length()) {
                shown.append(format.charAt(i + 1));
                i += 2;
                continue;
            }
            int end = i + 1;
            while (end < format.length() && format.charAt(end) == letter) {
                end++;
            }
            shown.append(part(letter, end - i, format.substring(i, end), time));
            i = end;
        }
        return shown.toString();
    }

    private static String part(char letter, int count, String literal, LocalDateTime time) {
        return switch (letter) {
            case 'y' -> count <= 2 ? digits(time.getYear() % 100, count) : digits(time.getYear(), count);
            case 'M' ->
                count <= 2
                        ? digits(time.getMonthValue(), count)
                        : time.getMonth().getDisplayName(style(count), Locale.ENGLISH);
            case 'd' ->
                count <= 2
                        ? digits(time.getDayOfMonth(), count)
                        : time.getDayOfWeek().getDisplayName(style(count), Locale.ENGLISH);
            case 'H' -> digits(time.getHour(), count);
            case 'h' -> digits((time.getHour() + 11) % 12 + 1, count);
            case 'm' -> digits(time.getMinute(), count);
            case 's' -> digits(time.getSecond(), count);
            case 'f' -> count <= FRACTION_DIGITS ? fraction(time, count) : literal;
            case 'F' -> count <= FRACTION_DIGITS ? fraction(time, count).replaceAll("0+$", "") : literal;
            case 't' -> (time.getHour() < 12 ? "AM" : "PM").substring(0, Math.min(count, 2));
            default -> literal;
        };
    }

    private static TextStyle style(int count) {
        return count == 3 ? TextStyle.SHORT : TextStyle.FULL;
    }

    private static String digits(int number, int least) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    private static String fraction(LocalDateTime time, int count) {
        return digits(time.getNano(), 9).substring(0, count);
    }
}
