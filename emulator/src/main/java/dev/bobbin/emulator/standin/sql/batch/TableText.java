package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
            table.foreignKeys().forEach(key -> parts.addAll(reference(key, state)));
        }
        return "CREATE TABLE " + table.sqlName() + " (" + String.join(", ", parts) + ")";
    }

    /**
     * A foreign key in SQLite's words, where its own way to compare is SQL Server's: it tells other tools what belongs together.
     * Enforced it is by {@link ForeignKeys}.
     */
    private static List<String> reference(CatalogObject.ForeignKey key, SessionState state) {
        Table parent = ForeignKeys.parent(state, key);
        List<String> names =
                parent == null || !key.references().isEmpty() ? key.references() : ForeignKeys.primaryKey(parent);
        boolean plain = parent != null
                && !names.isEmpty()
                && columns(parent, names, state).stream()
                        .noneMatch(column -> column.nullable() || column.type().isText());
        if (parent == null || !plain) {
            return List.of();
        }
        return List.of("CONSTRAINT " + Emitter.quote(key.name()) + " FOREIGN KEY (" + quoted(key.columns())
                + ") REFERENCES " + Emitter.quote(parent.plainName()) + " (" + quoted(names) + ")");
    }

    private static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(Emitter::quote).toList());
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

    /** The indexes behind keys and CREATE INDEX; a warehouse has none. */
    static List<String> indexes(Table table, SessionState state) {
        if (state.warehouse() && !table.temporary()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        table.uniques().forEach(unique -> texts.add(unique(table, unique, state)));
        table.indexes().stream()
                .filter(index -> !index.unique())
                .forEach(index -> texts.add(index(table, index, state)));
        return texts;
    }

    static String unique(Table table, CatalogObject.Unique unique, SessionState state) {
        String filter = unique.filter() == null ? "" : filter(table, unique.filter(), state);
        List<Column> columns = columns(table, unique.columns(), state);
        if (filter == null) {
            return "CREATE INDEX " + indexName(table, unique.name()) + " ON " + Emitter.quote(table.plainName()) + " ("
                    + list(columns, state, true) + ")";
        }
        return "CREATE UNIQUE INDEX " + indexName(table, unique.name()) + " ON " + Emitter.quote(table.plainName())
                + " (" + list(columns, state, true) + ")" + (filter.isEmpty() ? "" : " WHERE " + filter);
    }

    private static String index(Table table, CatalogObject.Index index, SessionState state) {
        return "CREATE INDEX " + indexName(table, index.name()) + " ON " + Emitter.quote(table.plainName()) + " ("
                + list(columns(table, index.columns(), state), state, false) + ")";
    }

    static String drop(Table table, String index) {
        return "DROP INDEX IF EXISTS " + indexName(table, index);
    }

    /** Index names are the table's own in SQL Server and the database's in SQLite. */
    private static String indexName(Table table, String index) {
        return (table.temporary() ? "temp." : "") + Emitter.quote(table.plainName() + "." + index);
    }

    private static List<Column> columns(Table table, List<String> names, SessionState state) {
        return names.stream()
                .map(name -> column(table, name, state))
                .filter(column -> column.computed() == null)
                .toList();
    }

    private static String list(List<Column> columns, SessionState state, boolean unique) {
        return String.join(
                ", ",
                columns.stream()
                        .map(column -> unique
                                ? KeyText.indexed(column, state.ignoresCase(), "")
                                : KeyText.searched(column, state.ignoresCase()))
                        .toList());
    }

    /** The condition of a filtered index in plain SQLite; null when it needs functions of the stand-in. */
    static @Nullable String filter(Table table, String condition, SessionState state) {
        Emitter emitter = new Emitter();
        Standalone.holds(emitter, new Frame(state, List.of(), new ArrayList<>()).bindContext(), table, "", condition);
        Emitted emitted = emitter.done();
        boolean plain = emitted.functions().isEmpty()
                && emitted.inputs().isEmpty()
                && !emitted.sql().contains("bob_");
        return plain ? emitted.sql() : null;
    }

    static Column column(Table table, String name, SessionState state) {
        return table.columns().stream()
                .filter(column -> state.ignoresCase()
                        ? column.name().equalsIgnoreCase(name)
                        : column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SqlErrors.invalidColumn(name));
    }
}
