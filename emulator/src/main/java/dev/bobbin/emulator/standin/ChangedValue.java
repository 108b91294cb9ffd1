package dev.bobbin.emulator.standin;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a changed row as people read it.
 *
 * @param text without quotes; a number keeps the digits of its type, such as {@code 12.50}
 */
public record ChangedValue(Kind kind, String text) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");
    private static final Pattern BYTES = Pattern.compile("0x[0-9A-Fa-f]*");

    /** What a value is. */
    public enum Kind {
        NULL,
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A date, a time or both. */
        MOMENT,
        TEXT,
        /** In T-SQL's notation, {@code 0xCAFE}. */
        BYTES
    }

    /**
     * The value of a stand-in's file in a column.
     *
     * @param value Long, Double, String or byte[]
     * @param type of the column as T-SQL names it; empty when it is not known: then it is what its value looks like
     */
    static ChangedValue of(@Nullable Object value, String type) {
        int bracket = type.indexOf('(');
        String name = bracket < 0 ? type : type.substring(0, bracket);
        return switch (value) {
            case null -> new ChangedValue(Kind.NULL, "NULL");
            case byte[] bytes ->
                new ChangedValue(
                        Kind.BYTES, "0x" + HexFormat.of().withUpperCase().formatHex(bytes));
            case Number number
            when name.equals("bit") -> new ChangedValue(Kind.BOOLEAN, number.longValue() == 0 ? "false" : "true");
            case Number number -> new ChangedValue(Kind.NUMBER, number.toString());
            default -> new ChangedValue(kind(value.toString(), name), value.toString());
        };
    }

    /** A text may be another than its column's type has it: it was masked, or the type has changed since. */
    private static Kind kind(String text, String type) {
        return switch (type) {
            case "decimal", "money", "smallmoney" -> NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
            case "date", "time", "smalldatetime", "datetime", "datetime2", "datetimeoffset" -> Kind.MOMENT;
            case "varbinary", "binary" -> BYTES.matcher(text).matches() ? Kind.BYTES : Kind.TEXT;
            default -> Kind.TEXT;
        };
    }

    /** With quotes around a text, so that an empty one is seen, and a text of digits is told from a number. */
    public String quoted() {
        return kind == Kind.TEXT ? "'" + text + "'" : text;
    }
}
