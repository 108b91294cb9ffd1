package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the narrowest type that takes all values of a column. */
final class TypeGuess {

    private static final Pattern WHOLE = Pattern.compile("[+-]?(0|[1-9]\\d{0,37})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(0|[1-9]\\d{0,27})\\.\\d{1,10}");

    /** With an exponent, or with more places than anybody keeps who counts in decimals: as programs write a float. */
    private static final Pattern FLOAT = Pattern.compile("[+-]?(\\d+(\\.\\d*)?[eE][+-]?\\d{1,3}|(0|[1-9]\\d*)\\.\\d+)");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,7})?)?");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,7})?)?");
    private static final int SHORT_TEXT = 100;
    private static final int LONGEST_TEXT = 4000;

    /** What has been seen; each kind of value excludes all types it does not fit. */
    private enum Kind {
        FLAG,
        WHOLE,
        DECIMAL,
        FLOAT,
        DATE,
        MOMENT,
        TIME,
        ZONED,
        BINARY,
        TEXT
    }

    private final NumberStyle numbers;
    private @Nullable Kind kind;
    private int whole = 1;
    private int scale;
    private boolean big;
    private int longest = 1;
    private int bytes = 1;

    /** @param numbers how texts write them */
    TypeGuess(NumberStyle numbers) {
        this.numbers = numbers;
    }

    void add(@Nullable Object value) {
        if (value == null || value instanceof String text && text.isEmpty()) {
            return;
        }
        Kind seen = kind(value);
        kind = kind == null || kind == seen ? seen : joined(kind, seen);
        longest = Math.max(longest, value.toString().length());
    }

    private Kind kind(Object value) {
        return switch (value) {
            case Boolean _ -> Kind.FLAG;
            case Long number -> whole(BigDecimal.valueOf(number));
            case BigDecimal number -> number.scale() <= 0 ? whole(number) : decimal(number);
            case Double _ -> Kind.FLOAT;
            case LocalDate _ -> Kind.DATE;
            case LocalDateTime moment ->
                moment.toLocalTime().equals(LocalTime.MIDNIGHT) && (kind == null || kind == Kind.DATE)
                        ? Kind.DATE
                        : Kind.MOMENT;
            case LocalTime _ -> Kind.TIME;
            case OffsetDateTime _ -> Kind.ZONED;
            case byte[] binary -> {
                bytes = Math.max(bytes, binary.length);
                yield Kind.BINARY;
            }
            default -> kindOf(numbers.plain(value.toString()));
        };
    }

    /** Leading zeros make a text of a number: a postcode is none. */
    private Kind kindOf(String text) {
        if (WHOLE.matcher(text).matches()) {
            return whole(new BigDecimal(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            return decimal(new BigDecimal(text));
        }
        if (FLOAT.matcher(text).matches()) {
            return Kind.FLOAT;
        }
        if (DATE.matcher(text).matches() && parses(() -> LocalDate.parse(text))) {
            return Kind.DATE;
        }
        if (MOMENT.matcher(text).matches() && parses(() -> LocalDateTime.parse(text.replace(' ', 'T')))) {
            return Kind.MOMENT;
        }
        if (TIME.matcher(text).matches() && parses(() -> LocalTime.parse(text))) {
            return Kind.TIME;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false") ? Kind.FLAG : Kind.TEXT;
    }

    private static boolean parses(Runnable parser) {
        try {
            parser.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private Kind whole(BigDecimal number) {
        whole = Math.max(whole, number.precision() - number.scale());
        big |= number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
        return Kind.WHOLE;
    }

    private Kind decimal(BigDecimal number) {
        whole = Math.max(whole, Math.max(1, number.precision() - number.scale()));
        scale = Math.max(scale, number.scale());
        return Kind.DECIMAL;
    }

    private static Kind joined(Kind one, Kind other) {
        Kind low = one.ordinal() < other.ordinal() ? one : other;
        Kind high = low == one ? other : one;
        if (low.ordinal() >= Kind.WHOLE.ordinal() && high.ordinal() <= Kind.FLOAT.ordinal()) {
            return high;
        }
        return low == Kind.DATE && high == Kind.MOMENT ? high : Kind.TEXT;
    }

    /** The type; text when nothing was seen. @param national whether texts may be nvarchar, which a warehouse lacks */
    SqlType type(boolean national) {
        return switch (kind) {
            case FLAG -> SqlType.BIT;
            case WHOLE -> whole > 18 ? SqlType.decimal(38, 0) : big ? SqlType.BIGINT : SqlType.INT;
            case DECIMAL ->
                whole + scale > SqlType.MAX_PRECISION
                        ? SqlType.FLOAT
                        : SqlType.decimal(Math.min(38, Math.max(18, whole + scale)), scale);
            case FLOAT -> SqlType.FLOAT;
            case DATE -> SqlType.DATE;
            case MOMENT -> new SqlType(dev.bobbin.emulator.standin.sql.types.Kind.DATETIME2, 0, 6);
            case TIME -> new SqlType(dev.bobbin.emulator.standin.sql.types.Kind.TIME, 0, 6);
            case ZONED -> national ? SqlType.DATETIMEOFFSET : SqlType.varchar(40);
            case BINARY -> bytes > 8000 ? SqlType.VARBINARY_MAX : SqlType.varbinary(roomy(bytes));
            case TEXT -> text(national);
            case null -> text(national);
        };
    }

    private SqlType text(boolean national) {
        if (longest > LONGEST_TEXT / 2) {
            return national ? SqlType.NVARCHAR_MAX : SqlType.VARCHAR_MAX;
        }
        // Lengths of a warehouse's varchar count bytes.
        return national ? SqlType.nvarchar(roomy(longest)) : SqlType.varchar(Math.min(8000, roomy(longest) * 4));
    }

    /** Later rows may be longer than those that were looked at. */
    private static int roomy(int length) {
        return length <= SHORT_TEXT / 2 ? SHORT_TEXT : length * 2;
    }
}
