package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments by .NET's format strings: one letter stands for a pattern of the culture, longer ones are patterns themselves (.NET,
 * "Standard" and "Custom date and time format strings").
 */
final class MomentFormat {

    private static final int MOST_FRACTION = 7;
    private static final int NANO_DIGITS = 9;

    private final LocalDateTime moment;
    private final @Nullable ZoneOffset offset;
    private final Locale culture;

    private MomentFormat(LocalDateTime moment, @Nullable ZoneOffset offset, Locale culture) {
        this.moment = moment;
        this.offset = offset;
        this.culture = culture;
    }

    static String of(LocalDateTime moment, @Nullable ZoneOffset offset, String format, Locale culture) {
        MomentFormat writer = new MomentFormat(moment, offset, culture);
        return writer.custom(format.length() == 1 ? writer.standard(format.charAt(0)) : format);
    }

    /** A time is a TimeSpan in .NET, where everything but letters must be escaped; AM and PM are not known. */
    static @Nullable String ofTime(LocalTime time, String format) {
        if (format.length() == 1 && "cgG".contains(format)) {
            return time.getNano() == 0
                    ? DateTimeFormatter.ofPattern("HH:mm:ss").format(time)
                    : DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS").format(time);
        }
        String escaped = format.replaceAll("\\\\.|'[^']*'", "");
        if (escaped.chars().anyMatch(c -> "hmsfF".indexOf(c) < 0)) {
            return null;
        }
        return new MomentFormat(time.atDate(java.time.LocalDate.EPOCH), null, Locale.ROOT)
                .custom(format.replace('h', 'H'));
    }

    /** The pattern behind a single letter. */
    private String standard(char letter) {
        return switch (letter) {
            case 'd' -> shortDate();
            case 'D' -> longDate();
            case 't' -> shortTime();
            case 'T' -> longTime();
            case 'f' -> longDate() + " " + shortTime();
            case 'F' -> longDate() + " " + longTime();
            case 'g' -> shortDate() + " " + shortTime();
            case 'G' -> shortDate() + " " + longTime();
            case 'm', 'M' -> monthFirst() ? "MMMM d" : culture.getLanguage().equals("de") ? "d. MMMM" : "d MMMM";
            case 'y', 'Y' -> "MMMM yyyy";
            case 's' -> "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
            case 'u' -> "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
            case 'o', 'O' -> "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffff" + (offset == null ? "" : "zzz");
            case 'r', 'R' -> "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
            default -> throw SqlErrors.notSupported("FORMAT of a date with '" + letter + "'");
        };
    }

    private boolean monthFirst() {
        return culture.getCountry().equals("US") || culture.equals(Locale.ENGLISH);
    }

    private String shortDate() {
        if (monthFirst()) {
            return "M/d/yyyy";
        }
        return switch (culture.getLanguage()) {
            case "de", "pl", "ru", "uk", "ro", "tr", "no", "nb", "cs", "sk", "fi" ->
                culture.getLanguage().equals("cs") || culture.getLanguage().equals("fi") ? "d.M.yyyy" : "dd.MM.yyyy";
            case "sv", "lt" -> "yyyy-MM-dd";
            case "ja" -> "yyyy/MM/dd";
            case "zh" -> "yyyy/M/d";
            case "ko" -> "yyyy-MM-dd";
            case "nl" -> "d-M-yyyy";
            case "da", "hi" -> "dd-MM-yyyy";
            case "hu" -> "yyyy. MM. dd.";
            case "en" ->
                switch (culture.getCountry()) {
                    case "CA", "ZA" -> "yyyy-MM-dd";
                    case "IN" -> "dd-MM-yyyy";
                    case "AU" -> "d/MM/yyyy";
                    default -> "dd/MM/yyyy";
                };
            default -> "dd/MM/yyyy";
        };
    }

    private String longDate() {
        return switch (culture.getLanguage()) {
            case "en" ->
                monthFirst()
                        ? "dddd, MMMM d, yyyy"
                        : culture.getCountry().equals("GB") ? "dd MMMM yyyy" : "dddd, d MMMM yyyy";
            case "de" -> "dddd, d. MMMM yyyy";
            case "fr", "it", "nl" -> "dddd d MMMM yyyy";
            case "es" -> "dddd, d 'de' MMMM 'de' yyyy";
            default -> throw SqlErrors.notSupported("FORMAT of a long date for " + culture.toLanguageTag());
        };
    }

    private boolean halfDays() {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                null, FormatStyle.SHORT, IsoChronology.INSTANCE, culture);
        return pattern.contains("a") && !culture.getCountry().equals("GB");
    }

    private String shortTime() {
        return halfDays() ? "h:mm tt" : "HH:mm";
    }

    private String longTime() {
        return halfDays() ? "h:mm:ss tt" : "HH:mm:ss";
    }

    private String custom(String format) {
        String pattern = format.startsWith("%") ? format.substring(1) : format;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                text.append(pattern.charAt(i + 1));
                i += 2;
            } else if (c == '\'' || c == '"') {
                int close = pattern.indexOf(c, i + 1);
                int end = close < 0 ? pattern.length() : close;
                text.append(pattern, i + 1, end);
                i = end + 1;
            } else {
                int end = i;
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                text.append(piece(c, end - i, text));
                i = end;
            }
        }
        return text.toString();
    }

    private String piece(char letter, int count, StringBuilder before) {
        return switch (letter) {
            case 'y' -> year(count);
            case 'M' -> count < 3 ? digits(moment.getMonthValue(), count) : named(count == 3 ? "MMM" : "MMMM");
            case 'd' -> count < 3 ? digits(moment.getDayOfMonth(), count) : named(count == 3 ? "EEE" : "EEEE");
            case 'H' -> digits(moment.getHour(), count);
            case 'h' -> digits(moment.get(ChronoField.CLOCK_HOUR_OF_AMPM), count);
            case 'm' -> digits(moment.getMinute(), count);
            case 's' -> digits(moment.getSecond(), count);
            case 't' -> {
                String half = moment.getHour() < 12 ? "AM" : "PM";
                yield count == 1 ? half.substring(0, 1) : half;
            }
            case 'f' -> fraction(count);
            case 'F' -> {
                String digits = fraction(count).replaceFirst("0+$", "");
                if (digits.isEmpty() && !before.isEmpty() && before.charAt(before.length() - 1) == '.') {
                    before.setLength(before.length() - 1);
                }
                yield digits;
            }
            case 'z' -> zone(count);
            case 'K' -> offset == null ? "" : zone(3);
            case 'g' -> "A.D.";
            case '/' -> dateSeparator().repeat(count);
            default -> String.valueOf(letter).repeat(count);
        };
    }

    /** A slash stands for the culture's own sign between the parts of a date. */
    private String dateSeparator() {
        return shortDate().replaceAll("[A-Za-z]", "").substring(0, 1);
    }

    private String year(int count) {
        return count < 3 ? digits(moment.getYear() % 100, count) : digits(moment.getYear(), count);
    }

    private static String digits(int value, int count) {
        return String.format(Locale.ROOT, "%0" + Math.max(1, count) + "d", value);
    }

    private String named(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, culture).format(moment);
    }

    private String fraction(int count) {
        if (count > MOST_FRACTION) {
            throw SqlErrors.notSupported("FORMAT with more than " + MOST_FRACTION + " digits of a second");
        }
        return String.format(Locale.ROOT, "%0" + NANO_DIGITS + "d", moment.getNano())
                .substring(0, count);
    }

    private String zone(int count) {
        int minutes = offset == null ? 0 : offset.getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        int hours = Math.abs(minutes) / 60;
        return count == 1
                ? sign + hours
                : sign + digits(hours, 2) + (count == 2 ? "" : ":" + digits(Math.abs(minutes) % 60, 2));
    }
}
