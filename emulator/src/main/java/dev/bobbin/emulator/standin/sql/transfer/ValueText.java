package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values of results as text. */
public final class ValueText {

    private ValueText() {}

    /** As a CSV file shows it; empty for NULL. */
    public static String plain(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> "0x" + HexFormat.of().withUpperCase().formatHex(bytes);
            case LocalDateTime moment -> Codec.text(moment, type.scale());
            case LocalTime time -> Codec.text(time, type.scale());
            case OffsetDateTime moment -> Codec.text(moment, type.scale());
            default -> value.toString();
        };
    }

    /** As a literal of T-SQL. */
    static String literal(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> "NULL";
            case Number number -> plain(number, type);
            case byte[] bytes -> plain(bytes, type);
            default -> (type.isNational() ? "N'" : "'") + plain(value, type).replace("'", "''") + "'";
        };
    }
}
