package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.sql.SqlValue;
import java.util.HexFormat;
import java.util.List;

/** Values as T-SQL would write them, for people to read. */
final class ParameterText {

    private static final int LONGEST = 200;

    private ParameterText() {}

    static List<String> of(List<SqlValue> values) {
        return values.stream().map(ParameterText::of).toList();
    }

    private static String of(SqlValue value) {
        return switch (value.value()) {
            case null -> "NULL";
            case Number number -> number.toString();
            case byte[] bytes -> shortened("0x" + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST)));
            case Object other ->
                (value.type().isNational() ? "N'" : "'")
                        + shortened(other.toString()).replace("'", "''") + "'";
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
