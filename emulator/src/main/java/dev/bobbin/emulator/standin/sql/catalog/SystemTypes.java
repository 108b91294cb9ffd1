package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.types.Kind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of the system types in {@code sys.types} (reference, "sys.types"). */
final class SystemTypes {

    private static final Map<Kind, Integer> IDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.UNIQUEIDENTIFIER, 36),
            Map.entry(Kind.DATE, 40),
            Map.entry(Kind.TIME, 41),
            Map.entry(Kind.DATETIME2, 42),
            Map.entry(Kind.DATETIMEOFFSET, 43),
            Map.entry(Kind.TINYINT, 48),
            Map.entry(Kind.SMALLINT, 52),
            Map.entry(Kind.INT, 56),
            Map.entry(Kind.SMALLDATETIME, 58),
            Map.entry(Kind.REAL, 59),
            Map.entry(Kind.MONEY, 60),
            Map.entry(Kind.DATETIME, 61),
            Map.entry(Kind.FLOAT, 62),
            Map.entry(Kind.BIT, 104),
            Map.entry(Kind.DECIMAL, 106),
            Map.entry(Kind.SMALLMONEY, 122),
            Map.entry(Kind.BIGINT, 127),
            Map.entry(Kind.VARBINARY, 165),
            Map.entry(Kind.VARCHAR, 167),
            Map.entry(Kind.BINARY, 173),
            Map.entry(Kind.CHAR, 175),
            Map.entry(Kind.NVARCHAR, 231),
            Map.entry(Kind.NCHAR, 239)));

    private SystemTypes() {}

    static int id(Kind kind) {
        Integer id = IDS.get(kind);
        return id == null ? 0 : id;
    }

    static Map<Kind, Integer> all() {
        return IDS;
    }

    static @Nullable Long id(String name) {
        String wanted = name.equalsIgnoreCase("numeric") ? "decimal" : name.toLowerCase(Locale.ROOT);
        for (Map.Entry<Kind, Integer> each : IDS.entrySet()) {
            if (each.getKey().sqlName().equals(wanted)) {
                return (long) each.getValue();
            }
        }
        return null;
    }

    static @Nullable String name(@Nullable Object id) {
        for (Map.Entry<Kind, Integer> each : IDS.entrySet()) {
            if (Long.valueOf(each.getValue()).equals(id)) {
                return each.getKey().sqlName();
            }
        }
        return null;
    }
}
