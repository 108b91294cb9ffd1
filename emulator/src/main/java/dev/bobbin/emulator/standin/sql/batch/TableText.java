package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the SQLite definition of a table: plain enough for any SQLite tool, with T-SQL's types as the type names. */
final class TableText {

    private TableText() {}

    static String create(Table table, SessionState state) {
        List<String> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.computed() == null) {
                parts.add(column(column));
            }
        }
        if (!state.warehouse() && !table.temporary()) {
            table.foreignKeys().forEach(key -> parts.add(foreignKey(key)));
        }
        return "CREATE TABLE " + table.sqlName() + " (" + String.join(", ", parts) + ")";
    }

    static String column(Column column) {
        return Emitter.quote(column.name()) + " " + typeName(column.type()) + (column.nullable() ? "" : " NOT NULL");
    }

    /** A name with the affinity SQLite needs: decimals are text, lest SQLite makes floats of them. */
    private static String typeName(SqlType type) {
        String name = type.toString().toUpperCase(Locale.ROOT).replace("(MAX)", "_MAX");
        return type.kind() == Kind.DECIMAL
                ? name.replace("DECIMAL", "DECIMAL_TEXT")
                : type.isDecimal() ? name + "_TEXT" : name;
    }

    private static String foreignKey(CatalogObject.ForeignKey key) {
        String parent = key.schema().equalsIgnoreCase("dbo") ? key.table() : key.schema() + "." + key.table();
        StringBuilder text = new StringBuilder("CONSTRAINT ")
                .append(Emitter.quote(key.name()))
                .append(" FOREIGN KEY (")
                .append(list(key.columns()))
                .append(") REFERENCES ")
                .append(Emitter.quote(parent));
        if (!key.references().isEmpty()) {
            text.append(" (").append(list(key.references())).append(')');
        }
        text.append(key.onDelete() == null ? "" : " ON DELETE " + key.onDelete());
        return text.append(key.onUpdate() == null ? "" : " ON UPDATE " + key.onUpdate())
                .toString();
    }

    private static String list(List<String> names) {
        return String.join(", ", names.stream().map(Emitter::quote).toList());
    }

    /** The unique indexes behind the keys; a warehouse enforces none. */
    static List<String> indexes(Table table, SessionState state) {
        if (state.warehouse() && !table.temporary()) {
            return List.of();
        }
        return table.keys().stream()
                .map(key -> index(
                        key.name(),
                        table,
                        key.columns().stream()
                                .map(name -> column(table, name, state))
                                .toList(),
                        true,
                        state))
                .toList();
    }

    static Column column(Table table, String name, SessionState state) {
        return table.columns().stream()
                .filter(column -> state.ignoresCase()
                        ? column.name().equalsIgnoreCase(name)
                        : column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SqlErrors.invalidColumn(name));
    }

    /** In SQL Server two NULLs are duplicates, in SQLite they are not: a nullable column is indexed with NULL as a value. */
    static String index(String name, Table table, List<Column> columns, boolean unique, SessionState state) {
        List<String> parts = columns.stream()
                .map(column -> {
                    String collation =
                            column.type().isText() ? state.ignoresCase() ? " COLLATE NOCASE" : " COLLATE RTRIM" : "";
                    String quoted = Emitter.quote(column.name());
                    return (unique && column.nullable() ? "coalesce(" + quoted + ", x'')" : quoted) + collation;
                })
                .toList();
        String plain = table.sqlName().startsWith("temp.") ? table.sqlName().substring(5) : table.sqlName();
        String schema = table.temporary() ? "temp." : "";
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + schema + Emitter.quote(name) + " ON " + plain + " ("
                + String.join(", ", parts) + ")";
    }
}
