package dev.bobbin.emulator.standin.sql.functions;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a date that functions name, with their abbreviations (reference, "DATEPART"). */
enum DatePart {
    YEAR(ChronoUnit.YEARS, "year", "yy", "yyyy"),
    QUARTER(IsoFields.QUARTER_YEARS, "quarter", "qq", "q"),
    MONTH(ChronoUnit.MONTHS, "month", "mm", "m"),
    DAYOFYEAR(ChronoUnit.DAYS, "dayofyear", "dy", "y"),
    DAY(ChronoUnit.DAYS, "day", "dd", "d"),
    WEEK(ChronoUnit.WEEKS, "week", "wk", "ww"),
    WEEKDAY(ChronoUnit.DAYS, "weekday", "dw", "w"),
    HOUR(ChronoUnit.HOURS, "hour", "hh"),
    MINUTE(ChronoUnit.MINUTES, "minute", "mi", "n"),
    SECOND(ChronoUnit.SECONDS, "second", "ss", "s"),
    MILLISECOND(ChronoUnit.MILLIS, "millisecond", "ms"),
    MICROSECOND(ChronoUnit.MICROS, "microsecond", "mcs"),
    NANOSECOND(ChronoUnit.NANOS, "nanosecond", "ns"),
    TZOFFSET(ChronoUnit.MINUTES, "tzoffset", "tz"),
    ISO_WEEK(ChronoUnit.WEEKS, "iso_week", "isowk", "isoww");

    private final java.time.temporal.TemporalUnit unit;
    private final List<String> names;

    DatePart(java.time.temporal.TemporalUnit unit, String... names) {
        this.unit = unit;
        this.names = List.of(names);
    }

    static @Nullable DatePart find(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (DatePart part : values()) {
            if (part.names.contains(lower)) {
                return part;
            }
        }
        return null;
    }

    java.time.temporal.TemporalUnit unit() {
        return unit;
    }

    boolean ofTime() {
        return ordinal() >= HOUR.ordinal() && ordinal() <= NANOSECOND.ordinal();
    }

    /** @param dateFirst the first day of the week, 1 for Monday to 7 for Sunday */
    long of(LocalDateTime moment, int dateFirst) {
        return switch (this) {
            case YEAR -> moment.getYear();
            case QUARTER -> moment.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> moment.getMonthValue();
            case DAYOFYEAR -> moment.getDayOfYear();
            case DAY -> moment.getDayOfMonth();
            case WEEK -> moment.get(WeekFields.of(DayOfWeek.of(dateFirst), 1).weekOfYear());
            case WEEKDAY -> daysSince(dateFirst, moment) + 1;
            case HOUR -> moment.getHour();
            case MINUTE -> moment.getMinute();
            case SECOND -> moment.getSecond();
            case MILLISECOND -> moment.getNano() / 1_000_000;
            case MICROSECOND -> moment.getNano() / 1_000;
            case NANOSECOND -> moment.getNano();
            case TZOFFSET -> 0;
            case ISO_WEEK -> moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        };
    }

    /** The number of the part's boundaries between the start of time and the moment. */
    long count(LocalDateTime moment) {
        long days = moment.toLocalDate().toEpochDay();
        long seconds = days * 86_400 + moment.toLocalTime().toSecondOfDay();
        return switch (this) {
            case YEAR -> moment.getYear();
            case QUARTER -> moment.getYear() * 4L + moment.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> moment.getYear() * 12L + moment.getMonthValue();
            case DAYOFYEAR, DAY, WEEKDAY -> days;
            case WEEK -> Math.floorDiv(days + 4, 7);
            case ISO_WEEK -> Math.floorDiv(days + 3, 7);
            case HOUR -> Math.floorDiv(seconds, 3600);
            case MINUTE, TZOFFSET -> Math.floorDiv(seconds, 60);
            case SECOND -> seconds;
            case MILLISECOND -> seconds * 1_000 + moment.getNano() / 1_000_000;
            case MICROSECOND -> seconds * 1_000_000 + moment.getNano() / 1_000;
            case NANOSECOND -> Math.addExact(Math.multiplyExact(seconds, 1_000_000_000L), moment.getNano());
        };
    }

    private static long daysSince(int weekday, LocalDateTime moment) {
        return Math.floorMod(moment.getDayOfWeek().getValue() - weekday, 7);
    }

    /** @param dateFirst the first day of the week, 1 for Monday to 7 for Sunday */
    LocalDateTime truncate(LocalDateTime moment, int dateFirst) {
        LocalDateTime day = moment.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case YEAR -> day.withDayOfYear(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((moment.getMonthValue() - 1) / 3 * 3 + 1);
            case MONTH -> day.withDayOfMonth(1);
            case WEEK -> day.minusDays(daysSince(dateFirst, moment));
            case ISO_WEEK -> day.minusDays(moment.getDayOfWeek().getValue() - 1L);
            case DAYOFYEAR, DAY, WEEKDAY -> day;
            case HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND, TZOFFSET -> moment.truncatedTo(unit);
        };
    }
}
