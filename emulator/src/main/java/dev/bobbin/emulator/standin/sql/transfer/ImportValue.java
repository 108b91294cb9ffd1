package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a value of a file one of a column's type, as T-SQL's conversions would; an empty text is NULL but in texts. */
@FunctionalInterface
public interface ImportValue {

    /** @throws RuntimeException when the value is none of the type */
    @Nullable
    Object of(Object value);

    /** The conversion to a type. */
    static ImportValue to(SqlType type) {
        if (type.isText()) {
            return value -> text(value, type);
        }
        return value -> value instanceof String text ? ofText(text.strip(), type) : converted(value, type);
    }

    private static Object text(Object value, SqlType type) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        if (type.size() > 0 && text.length() > type.size()) {
            throw SqlErrors.truncated("", "", text);
        }
        return text;
    }

    private static @Nullable Object ofText(String text, SqlType type) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type.kind()) {
            case INT -> (long) Integer.parseInt(text);
            case BIGINT -> Long.parseLong(text);
            case FLOAT -> Double.parseDouble(text);
            case DATE -> LocalDate.parse(text);
            case BIT -> flag(text);
            case DECIMAL -> converted(new BigDecimal(text), type);
            case DATETIME2 -> converted(LocalDateTime.parse(text.replace(' ', 'T')), type);
            default -> Conversion.convert(text, SqlType.NVARCHAR_MAX, type, Conversion.NO_STYLE);
        };
    }

    private static Object flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes" -> 1L;
            case "0", "false", "no" -> 0L;
            default -> throw SqlErrors.conversionFailed("nvarchar", text, "bit");
        };
    }

    private static @Nullable Object converted(Object value, SqlType type) {
        return switch (value) {
            case Boolean flag -> Conversion.convert(flag ? 1L : 0L, SqlType.BIT, type, Conversion.NO_STYLE);
            case Long number -> Conversion.convert(number, SqlType.BIGINT, type, Conversion.NO_STYLE);
            case Double number -> Conversion.convert(number, SqlType.FLOAT, type, Conversion.NO_STYLE);
            case BigDecimal number ->
                Conversion.convert(
                        number,
                        SqlType.decimal(SqlType.MAX_PRECISION, Math.max(0, number.scale())),
                        type,
                        Conversion.NO_STYLE);
            case LocalDate date -> Conversion.convert(date, SqlType.DATE, type, Conversion.NO_STYLE);
            case LocalTime time -> Conversion.convert(time, SqlType.TIME, type, Conversion.NO_STYLE);
            case LocalDateTime moment -> Conversion.convert(moment, SqlType.DATETIME2, type, Conversion.NO_STYLE);
            case OffsetDateTime moment -> Conversion.convert(moment, SqlType.DATETIMEOFFSET, type, Conversion.NO_STYLE);
            case byte[] bytes -> Conversion.convert(bytes, SqlType.VARBINARY_MAX, type, Conversion.NO_STYLE);
            default -> ofText(value.toString(), type);
        };
    }
}
