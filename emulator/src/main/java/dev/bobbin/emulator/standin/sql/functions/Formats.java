package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** FORMAT with .NET's format strings: the standard ones analysts use, and custom ones made of the usual letters. */
final class Formats {

    private static final String DATE_LETTERS = "yMdHhmsfFt";

    private Formats() {}

    static Object format(Invocation call, @Nullable Object[] v) {
        Locale locale = v.length > 2 ? Locale.forLanguageTag(string(v, 2)) : Locale.US;
        if (v.length > 2 && locale.getLanguage().isEmpty()) {
            throw new SqlError(
                    9818,
                    "42000",
                    "The culture parameter '" + v[2] + "' provided in the function call is not supported.");
        }
        String format = string(v, 1);
        return switch (v[0]) {
            case LocalDate date -> moment(date.atStartOfDay(), format, locale);
            case LocalDateTime moment -> moment(moment, format, locale);
            case OffsetDateTime moment -> moment(moment.toLocalDateTime(), format, locale);
            case LocalTime time -> moment(LocalDate.EPOCH.atTime(time), format.replace("\\", ""), locale);
            case Long number -> number(BigDecimal.valueOf(number), format, locale);
            case BigDecimal number -> number(number, format, locale);
            case Double number -> number(BigDecimal.valueOf(number), format, locale);
            case null, default ->
                throw SqlErrors.wrongArgumentType(call.type(0).kind().messageName(), 1, "format");
        };
    }

    private static String moment(LocalDateTime moment, String format, Locale locale) {
        String custom =
                switch (format) {
                    case "d" ->
                        locale.equals(Locale.US)
                                ? "M/d/yyyy"
                                : locale.getLanguage().equals("de") ? "dd.MM.yyyy" : "dd/MM/yyyy";
                    case "D" -> locale.equals(Locale.US) ? "dddd, MMMM d, yyyy" : "dddd, d. MMMM yyyy";
                    case "s" -> "yyyy-MM-ddTHH:mm:ss";
                    case "u" -> "yyyy-MM-dd HH:mm:ssZ";
                    case "t" -> "h:mm tt";
                    case "T" -> "h:mm:ss tt";
                    case "g" -> "M/d/yyyy h:mm tt";
                    case "G" -> "M/d/yyyy h:mm:ss tt";
                    case "f" -> "dddd, MMMM d, yyyy h:mm tt";
                    case "F" -> "dddd, MMMM d, yyyy h:mm:ss tt";
                    case "M", "m" -> "MMMM d";
                    case "Y", "y" -> "MMMM yyyy";
                    case "O", "o" -> "yyyy-MM-ddTHH:mm:ss.fffffff";
                    default -> format;
                };
        return DateTimeFormatter.ofPattern(pattern(custom), locale).format(moment);
    }

    /** .NET's custom letters as Java's. */
    private static String pattern(String net) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < net.length(); ) {
            char c = net.charAt(i);
            int end = i;
            while (end < net.length() && net.charAt(end) == c) {
                end++;
            }
            int count = end - i;
            if (c == '\'' || c == '"') {
                int close = net.indexOf(c, i + 1);
                int to = close < 0 ? net.length() : close;
                literal(java, net.substring(Math.min(i + 1, to), to));
                i = to + 1;
                continue;
            }
            if (DATE_LETTERS.indexOf(c) < 0) {
                literal(java, String.valueOf(c).repeat(count));
            } else {
                java.append(
                        switch (c) {
                            case 'd' -> count == 3 ? "EEE" : count > 3 ? "EEEE" : "d".repeat(count);
                            case 'f', 'F' -> "S".repeat(count);
                            case 't' -> "a";
                            case 'y' -> count == 1 ? "yy" : "y".repeat(count);
                            default -> String.valueOf(c).repeat(Math.min(count, 4));
                        });
            }
            i = end;
        }
        return java.toString();
    }

    /** Joins literals that follow each other: two quoted runs side by side would read as a quote. */
    private static void literal(StringBuilder java, String text) {
        boolean continues = !java.isEmpty() && java.charAt(java.length() - 1) == '\'';
        if (continues) {
            java.setLength(java.length() - 1);
        } else {
            java.append('\'');
        }
        java.append(text.replace("'", "''")).append('\'');
    }

    private static String number(BigDecimal number, String format, Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        boolean standard = !format.isEmpty()
                && format.length() <= 3
                && Character.isLetter(format.charAt(0))
                && format.substring(1).chars().allMatch(Character::isDigit);
        if (!standard) {
            return decimalFormat(format, symbols).format(number);
        }
        int digits = format.length() > 1 ? Integer.parseInt(format.substring(1)) : -1;
        char kind = Character.toUpperCase(format.charAt(0));
        String decimals = "0".repeat(digits < 0 ? 2 : digits);
        String dot = decimals.isEmpty() ? "" : "." + decimals;
        return switch (kind) {
            case 'N' -> decimalFormat("#,##0" + dot, symbols).format(number);
            case 'F' -> decimalFormat("0" + dot, symbols).format(number);
            case 'C' -> currency(number, dot, locale, symbols);
            case 'P' -> decimalFormat("#,##0" + dot + "%", symbols).format(number);
            case 'D' -> decimalFormat("0".repeat(Math.max(1, digits)), symbols).format(number);
            case 'X' -> {
                String hex = Long.toHexString(number.longValue()).toUpperCase(Locale.ROOT);
                yield "0".repeat(Math.max(0, digits - hex.length())) + hex;
            }
            case 'G' -> number.stripTrailingZeros().toPlainString();
            default -> throw SqlErrors.notSupported("FORMAT with '" + format + "'");
        };
    }

    private static String currency(BigDecimal number, String dot, Locale locale, DecimalFormatSymbols symbols) {
        String plain = decimalFormat("#,##0" + dot, symbols).format(number.abs());
        boolean before = locale.getLanguage().equals("en");
        String text = before ? symbols.getCurrencySymbol() + plain : plain + " " + symbols.getCurrencySymbol();
        return number.signum() < 0 ? "-" + text : text;
    }

    private static DecimalFormat decimalFormat(String pattern, DecimalFormatSymbols symbols) {
        try {
            DecimalFormat format = new DecimalFormat(pattern, symbols);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return format;
        } catch (IllegalArgumentException e) {
            throw SqlErrors.notSupported("FORMAT with '" + pattern + "'");
        }
    }
}
