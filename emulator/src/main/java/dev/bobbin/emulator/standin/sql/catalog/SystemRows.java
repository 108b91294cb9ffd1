package dev.bobbin.emulator.standin.sql.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a system view, written out as a T-SQL query. */
final class SystemRows {

    private final List<String> columns;
    private final List<String> rows = new ArrayList<>();

    /**
     * @param columns name and type of each, such as {@code name nvarchar(128)}; {@code TABLE_*} stands for the three columns
     *     TABLE_CATALOG, TABLE_SCHEMA and TABLE_NAME
     */
    SystemRows(String... columns) {
        this.columns = Stream.of(columns)
                .flatMap(column -> column.endsWith("_*")
                        ? Stream.of("CATALOG", "SCHEMA", "NAME")
                                .map(part -> column.replace("*", part) + " nvarchar(128)")
                        : Stream.of(column))
                .toList();
    }

    /** Stands for the number of rows of a table, which is counted when the view is read. */
    record Counted(String schema, String name) {}

    /** Adds a row: texts, numbers, truth values and nulls; a list gives the values of several columns. */
    SystemRows add(@Nullable Object... values) {
        List<String> written = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof List<?> several) {
                several.forEach(each -> written.add(written(each)));
            } else {
                written.add(written(value));
            }
        }
        rows.add("(" + String.join(", ", written) + ")");
        return this;
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Counted table ->
                "(SELECT COUNT_BIG(*) FROM [" + table.schema().replace("]", "]]") + "].["
                        + table.name().replace("]", "]]") + "])";
            case Boolean truth -> truth ? "1" : "0";
            case Number number -> number.toString();
            case Object other -> "N'" + other.toString().replace("'", "''") + "'";
        };
    }

    String query() {
        List<String> outputs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            int blank = column.indexOf(' ');
            names.add("c" + (i + 1));
            outputs.add("CAST(v.c" + (i + 1) + " AS " + column.substring(blank + 1) + ") AS ["
                    + column.substring(0, blank) + "]");
        }
        String none =
                "(" + String.join(", ", columns.stream().map(column -> "0").toList()) + ")";
        return "SELECT " + String.join(", ", outputs) + " FROM (VALUES "
                + (rows.isEmpty() ? none : String.join(", ", rows)) + ") AS v(" + String.join(", ", names) + ")"
                + (rows.isEmpty() ? " WHERE 1 = 0" : "");
    }
}
