package dev.bobbin.app.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a calendar shows when it is opened on a text: what the text says or, of one that is no ISO 8601, as much of it as can
 * be read, so that it need not be typed again.
 *
 * @param date empty when no day can be read
 * @param time midnight when none can be read
 * @param zone empty when none can be read
 */
record DateTimeBeginning(Optional<LocalDate> date, LocalTime time, Optional<ZoneId> zone) {

    private static final Pattern ISO_DATE = Pattern.compile("(?<!\\d)(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)");
    private static final Pattern GERMAN_DATE = Pattern.compile("(?<!\\d)(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})(?!\\d)");
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:+-])(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![\\d:])\\s*([ap]m)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZONE = Pattern.compile("\\d\\s*(Z|[+-]\\d{2}:\\d{2})\\s*$");
    private static final int NOON = 12;

    /** What is to be shown of a text. */
    static DateTimeBeginning of(String text) {
        return DateTimeParts.parse(text)
                .map(parts -> new DateTimeBeginning(
                        Optional.of(parts.date()), parts.time(), Optional.ofNullable(parts.zone())))
                .orElseGet(() -> new DateTimeBeginning(
                        find(text, ISO_DATE, found -> date(found, 1, 2, 3))
                                .or(() -> find(text, GERMAN_DATE, found -> date(found, 3, 2, 1))),
                        find(text, TIME, DateTimeBeginning::time).orElse(LocalTime.MIDNIGHT),
                        find(text, ZONE, found -> ZoneId.of(found.group(1)))));
    }

    private static LocalDate date(MatchResult found, int year, int month, int day) {
        return LocalDate.of(number(found, year), number(found, month), number(found, day));
    }

    private static LocalTime time(MatchResult found) {
        int hour = number(found, 1);
        String half = found.group(4);
        if (half != null) {
            hour = hour % NOON + (half.equalsIgnoreCase("pm") ? NOON : 0);
        }
        return LocalTime.of(hour, number(found, 2), found.group(3) == null ? 0 : number(found, 3));
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** What is written like a date or a time but is none, such as 25:00, is not found. */
    private static <T> Optional<T> find(String text, Pattern pattern, Function<MatchResult, T> reader) {
        return pattern.matcher(text).results().findFirst().flatMap(found -> {
            try {
                return Optional.of(reader.apply(found));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }
}
