package dev.bobbin.emulator.standin.sql.types;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Brings moments to what a type can hold. */
public final class DateTimes {

    private static final LocalDateTime ZERO = LocalDate.of(1900, 1, 1).atStartOfDay();
    private static final LocalDateTime FIRST_DATETIME = LocalDate.of(1753, 1, 1).atStartOfDay();
    private static final LocalDateTime FIRST_SMALL = LocalDate.of(1900, 1, 1).atStartOfDay();
    private static final LocalDateTime LAST_SMALL = LocalDate.of(2079, 6, 7).atStartOfDay();
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final BigDecimal NANOS_PER_DAY = BigDecimal.valueOf(86_400_000_000_000L);
    private static final int NANO_DIGITS = 9;

    private DateTimes() {}

    /** The moment as the type holds it: rounded to its precision, and checked against its range. */
    public static Object to(LocalDateTime moment, ZoneOffset offset, SqlType type) {
        return switch (type.kind()) {
            case DATE -> moment.toLocalDate();
            case TIME -> roundTime(moment.toLocalTime(), type.scale());
            case DATETIME -> checked(toDatetime(moment), FIRST_DATETIME, LocalDateTime.MAX, type);
            case SMALLDATETIME -> checked(toMinute(moment), FIRST_SMALL, LAST_SMALL, type);
            case DATETIME2 -> round(moment, type.scale());
            default -> round(moment, type.scale()).atOffset(offset);
        };
    }

    private static LocalDateTime checked(LocalDateTime moment, LocalDateTime first, LocalDateTime end, SqlType type) {
        if (moment.isBefore(first) || !moment.isBefore(end) || moment.getYear() > LAST_YEAR) {
            throw SqlErrors.dateTextOutOfRange("datetime2", type.kind().sqlName());
        }
        return moment;
    }

    /** Throws 517 when the year is outside 1 to 9999. */
    public static LocalDateTime inRange(LocalDateTime moment, String type) {
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            throw new dev.bobbin.emulator.standin.sql.SqlError(
                    517, "22007", "Adding a value to a '" + type + "' column caused an overflow.");
        }
        return moment;
    }

    private static LocalDateTime round(LocalDateTime moment, int digits) {
        long unit = unit(digits);
        long nanos = Math.floorDiv(moment.getNano() + unit / 2, unit) * unit;
        return moment.withNano(0).plusNanos(nanos);
    }

    private static LocalTime roundTime(LocalTime time, int digits) {
        LocalDateTime rounded = round(ZERO.toLocalDate().atTime(time), digits);
        return rounded.toLocalDate().equals(ZERO.toLocalDate())
                ? rounded.toLocalTime()
                : LocalTime.MAX.truncatedTo(ChronoUnit.SECONDS).plusNanos(1_000_000_000L - unit(digits));
    }

    private static long unit(int digits) {
        return BigDecimal.ONE.scaleByPowerOfTen(NANO_DIGITS - digits).longValueExact();
    }

    /** DATETIME counts in three-hundredths of a second. */
    private static LocalDateTime toDatetime(LocalDateTime moment) {
        long ticks = Math.round(moment.getNano() * 300.0 / 1e9);
        long millis = Math.round(ticks * 10 / 3.0);
        return moment.withNano(0).plus(millis, ChronoUnit.MILLIS);
    }

    /**
     * A value of datetime as finely as it is kept, in three-hundredths of a second, which types with more than three digits of the
     * fraction show (reference, "datetime2", converting datetime since compatibility level 130).
     */
    static LocalDateTime ofTicks(LocalDateTime moment) {
        long ticks = Math.round(moment.getNano() * 300.0 / 1e9);
        return moment.withNano((int) (Math.round(ticks * 1e7 / 300.0) * 100));
    }

    private static LocalDateTime toMinute(LocalDateTime moment) {
        LocalDateTime minute = moment.truncatedTo(ChronoUnit.MINUTES);
        long millis = ChronoUnit.MILLIS.between(minute, moment);
        return millis >= 29_999 ? minute.plusMinutes(1) : minute;
    }

    /** Days since 1900-01-01, as numbers are turned to DATETIME. */
    static Object ofDays(BigDecimal days, SqlType type) {
        if (type.kind() != Kind.DATETIME && type.kind() != Kind.SMALLDATETIME) {
            throw SqlErrors.noConversion("int", type.kind().sqlName());
        }
        if (days.abs().compareTo(BigDecimal.valueOf(3_000_000)) > 0) {
            throw SqlErrors.overflow(type.kind().sqlName());
        }
        long nanos = days.multiply(NANOS_PER_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .remainder(NANOS_PER_DAY)
                .longValue();
        return to(ZERO.plusDays(days.longValue()).plusNanos(nanos), ZoneOffset.UTC, type);
    }

    static BigDecimal days(LocalDateTime moment) {
        long days = ChronoUnit.DAYS.between(ZERO.toLocalDate(), moment.toLocalDate());
        BigDecimal part =
                BigDecimal.valueOf(moment.toLocalTime().toNanoOfDay()).divide(NANOS_PER_DAY, 16, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(days).add(part);
    }
}
