package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;

/**
 * One pattern of a custom format: {@code 0} and {@code #} are places of digits, the first dot the decimal point, a comma among the
 * digits groups them and one behind them divides by a thousand, {@code %} and {@code ‰} multiply; all else is written as it stands.
 */
final class NumberSection {

    private static final char DIGIT = '0';
    private static final char MAYBE = '#';
    private static final int GROUP = 3;

    /** A place of a digit, or text that is written as it stands. */
    private record Part(char place, String text) {

        boolean isPlace() {
            return place != 0;
        }
    }

    private final List<Part> whole = new ArrayList<>();
    private final List<Part> decimals = new ArrayList<>();
    private boolean grouped;
    private int shift;

    NumberSection(String pattern) {
        List<Part> side = whole;
        int commas = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case DIGIT, MAYBE -> {
                    if (commas > 0 && side == whole) {
                        grouped = true;
                    }
                    commas = 0;
                    side.add(new Part(c, ""));
                }
                case '.' -> {
                    shift -= side == whole ? GROUP * commas : 0;
                    commas = 0;
                    side = decimals;
                }
                case ',' -> commas += side == whole && side.stream().anyMatch(Part::isPlace) ? 1 : 0;
                case '%' -> {
                    shift += 2;
                    side.add(new Part((char) 0, "%"));
                }
                case '\u2030' -> {
                    shift += GROUP;
                    side.add(new Part((char) 0, "\u2030"));
                }
                case '\\' -> {
                    if (i + 1 < pattern.length()) {
                        side.add(new Part((char) 0, pattern.substring(++i, i + 1)));
                    }
                }
                case '\'', '"' -> {
                    int close = pattern.indexOf(c, i + 1);
                    int end = close < 0 ? pattern.length() : close;
                    side.add(new Part((char) 0, pattern.substring(i + 1, end)));
                    i = end;
                }
                default -> {
                    requireNoExponent(pattern, i);
                    side.add(new Part((char) 0, String.valueOf(c)));
                }
            }
        }
        shift -= side == whole ? GROUP * commas : 0;
    }

    private static void requireNoExponent(String pattern, int at) {
        boolean exponent = Character.toUpperCase(pattern.charAt(at)) == 'E'
                && pattern.substring(at + 1).matches("[+-]?0.*");
        if (exponent) {
            throw SqlErrors.notSupported("FORMAT with '" + pattern + "'");
        }
    }

    String write(BigDecimal number, DecimalFormatSymbols symbols) {
        int places = (int) decimals.stream().filter(Part::isPlace).count();
        BigDecimal rounded = number.movePointRight(shift).setScale(places, RoundingMode.HALF_UP);
        String digits = rounded.unscaledValue().toString();
        String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
        String before = padded.substring(0, padded.length() - places);
        return whole(before.equals("0") ? "" : before, symbols)
                + decimals(padded.substring(padded.length() - places), symbols);
    }

    /** The digits before the point; the first place takes all that have no place of their own. */
    private String whole(String digits, DecimalFormatSymbols symbols) {
        int places = (int) whole.stream().filter(Part::isPlace).count();
        int firstZero = places;
        int seen = 0;
        for (Part part : whole) {
            if (part.isPlace()) {
                if (part.place() == DIGIT && firstZero == places) {
                    firstZero = seen;
                }
                seen++;
            }
        }
        int least = places - firstZero;
        String shown = "0".repeat(Math.max(0, least - digits.length())) + digits;
        StringBuilder text = new StringBuilder();
        int place = 0;
        int written = 0;
        for (Part part : whole) {
            if (!part.isPlace()) {
                text.append(part.text());
                continue;
            }
            int upTo = Math.max(0, shown.length() - (places - place - 1));
            for (; written < upTo; written++) {
                int left = shown.length() - written;
                if (grouped && written > 0 && left % GROUP == 0) {
                    text.append(symbols.getGroupingSeparator());
                }
                text.append(shown.charAt(written));
            }
            place++;
        }
        return text.toString();
    }

    private String decimals(String digits, DecimalFormatSymbols symbols) {
        int places = digits.length();
        int needed = 0;
        int seen = 0;
        for (Part part : decimals) {
            if (part.isPlace()) {
                seen++;
                if (part.place() == DIGIT || digits.charAt(seen - 1) != '0') {
                    needed = seen;
                }
            }
        }
        StringBuilder text = new StringBuilder();
        if (needed > 0) {
            text.append(symbols.getDecimalSeparator());
        }
        int place = 0;
        for (Part part : decimals) {
            if (!part.isPlace()) {
                text.append(part.text());
            } else if (place < Math.min(needed, places)) {
                text.append(digits.charAt(place++));
            } else {
                place++;
            }
        }
        return text.toString();
    }
}
