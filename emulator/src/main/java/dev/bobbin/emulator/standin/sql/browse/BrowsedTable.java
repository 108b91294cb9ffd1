package dev.bobbin.emulator.standin.sql.browse;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;

/**
 * A table or view.
 *
 * @param key names of the columns of its primary key; empty when it has none
 */
public record BrowsedTable(String schema, String name, boolean view, List<Column> columns, List<String> key) {

    /** A column. @param writable false when the database fills it, or nobody can write it as text */
    public record Column(String name, SqlType type, boolean nullable, boolean writable) {}

    public BrowsedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Its name with schema, such as {@code dbo.Orders}. */
    public String qualifiedName() {
        return schema + "." + name;
    }

    /** Its name as a statement writes it. */
    public String quotedName() {
        return quoted(schema) + "." + quoted(name);
    }

    /** Whether it has a column of that very name. */
    public boolean has(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }

    static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }
}
