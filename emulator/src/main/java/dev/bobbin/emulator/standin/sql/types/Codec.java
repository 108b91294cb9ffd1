package dev.bobbin.emulator.standin.sql.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Between values as Java holds them and as SQLite carries them inside a statement or stores them in a file.
 *
 * <p>Java: Long, BigDecimal (with the type's scale), Double, String, byte[], LocalDate, LocalTime, LocalDateTime,
 * OffsetDateTime, Variant; a uniqueidentifier is an upper-case String. SQLite: whole numbers are INTEGER, floats REAL, binaries
 * BLOB, the rest TEXT in a form of fixed width that sorts like the values. Decimals of up to 18 digits travel as their
 * unscaled integer, so that SQLite adds and compares them exactly, and are stored as text, so that any tool shows them.
 */
public final class Codec {

    private static final DateTimeFormatter[] TIMES = new DateTimeFormatter[8];
    private static final DateTimeFormatter[] DATE_TIMES = new DateTimeFormatter[8];

    static {
        for (int digits = 0; digits < TIMES.length; digits++) {
            TIMES[digits] = withFraction("HH:mm:ss", digits);
            DATE_TIMES[digits] = withFraction("uuuu-MM-dd HH:mm:ss", digits);
        }
    }

    private Codec() {}

    private static DateTimeFormatter withFraction(String pattern, int digits) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().appendPattern(pattern);
        if (digits > 0) {
            builder.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true);
        }
        return builder.toFormatter(Locale.ROOT);
    }

    /** A value as SQLite carries it inside a statement. */
    public static @Nullable Object carry(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> null;
            case BigDecimal number ->
                type.carriedAsInteger()
                        ? (Object) number.setScale(type.scale(), java.math.RoundingMode.HALF_UP)
                                .unscaledValue()
                                .longValueExact()
                        : number.toPlainString();
            case Boolean flag -> flag ? 1L : 0L;
            case Long number -> type.isDecimal() ? carry(BigDecimal.valueOf(number), type) : (Object) number;
            case LocalDate date -> date.toString();
            case LocalTime time -> TIMES[type.scale()].format(time);
            case LocalDateTime moment -> DATE_TIMES[type.scale()].format(moment);
            case OffsetDateTime moment -> text(moment, type.scale());
            case Variant variant -> variant.carried();
            default -> value;
        };
    }

    /** A value as it lies in a table. */
    public static @Nullable Object store(@Nullable Object value, SqlType type) {
        return value instanceof BigDecimal number
                ? number.setScale(type.scale(), java.math.RoundingMode.HALF_UP).toPlainString()
                : carry(value, type);
    }

    /** The other way round: what SQLite carries, as Java holds it. */
    public static @Nullable Object value(@Nullable Object carried, SqlType type) {
        if (carried == null) {
            return null;
        }
        return switch (type.kind()) {
            case BIGINT, INT, SMALLINT, TINYINT, BIT -> integer(carried, type);
            case FLOAT, REAL -> ((Number) carried).doubleValue();
            case DECIMAL, MONEY, SMALLMONEY -> decimal(carried, type);
            case DATE -> LocalDate.parse((String) carried);
            case TIME -> LocalTime.parse((String) carried);
            case DATETIME, DATETIME2, SMALLDATETIME -> dateTime((String) carried);
            case DATETIMEOFFSET -> offset((String) carried);
            case VARBINARY, BINARY -> carried;
            case NVARCHAR, NCHAR, VARCHAR, CHAR, UNIQUEIDENTIFIER -> carried.toString();
            case SQL_VARIANT -> Variant.of((String) carried);
            case NULL, BOOLEAN -> carried;
        };
    }

    private static Object integer(Object carried, SqlType type) {
        if (carried instanceof Double) {
            throw dev.bobbin.emulator.standin.sql.SqlErrors.overflow(type.kind().sqlName());
        }
        return ((Number) carried).longValue();
    }

    private static BigDecimal decimal(Object carried, SqlType type) {
        return switch (carried) {
            case String text -> new BigDecimal(text);
            case Number number
            when type.carriedAsInteger() -> new BigDecimal(BigInteger.valueOf(number.longValue()), type.scale());
            default -> new BigDecimal(carried.toString());
        };
    }

    private static LocalDateTime dateTime(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static OffsetDateTime offset(String text) {
        int blank = text.lastIndexOf(' ');
        return OffsetDateTime.parse(text.substring(0, blank).replace(' ', 'T') + text.substring(blank + 1));
    }

    /** A date and time as text with that many digits of the second's fraction. */
    public static String text(LocalDateTime moment, int digits) {
        return DATE_TIMES[digits].format(moment);
    }

    public static String text(LocalTime time, int digits) {
        return TIMES[digits].format(time);
    }

    public static String text(OffsetDateTime moment, int digits) {
        String zone = moment.getOffset().getTotalSeconds() == 0
                ? "+00:00"
                : moment.getOffset().getId();
        return DATE_TIMES[digits].format(moment.toLocalDateTime()) + " " + zone;
    }
}
