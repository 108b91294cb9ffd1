package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.bind.TableCopy;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds, changes and drops columns. What SQLite cannot do in place is done by copying the rows into a new table. */
final class ColumnChanges {

    private final SessionState state;
    private final Frame frame;

    ColumnChanges(SessionState state, Frame frame) {
        this.state = state;
        this.frame = frame;
    }

    Table add(Table table, Statement.ColumnDefinition definition, TableBuilder builder) throws SQLException {
        Column column = builder.column(definition, table.columns());
        if (table.columns().stream().anyMatch(each -> each.name().equalsIgnoreCase(column.name()))) {
            throw new SqlError(
                    2705,
                    "42S21",
                    "Column names in each table must be unique. Column name '" + column.name() + "' in table '"
                            + table.qualifiedName() + "' is specified more than once.",
                    16,
                    4);
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        Table widened = table.withColumns(columns);
        if (column.computed() != null) {
            return widened;
        }
        if (column.identitySeed() != null) {
            copy(table, widened);
            return widened;
        }
        boolean rows = Definitions.hasRows(state, table);
        if (!column.nullable() && column.defaultText() == null && rows) {
            throw new SqlError(
                    4901,
                    "42000",
                    "ALTER TABLE only allows columns to be added that can contain nulls, or have a DEFAULT definition specified, or the column being added is an identity or timestamp column, or alternatively if none of the previous conditions are satisfied the table must be empty to allow addition of this column. Column '"
                            + definition.name() + "' cannot be added to non-empty table '" + table.name()
                            + "' because it does not satisfy these conditions.");
        }
        addInPlace(table, definition, column);
        return widened;
    }

    private void addInPlace(Table table, Statement.ColumnDefinition definition, Column column) throws SQLException {
        Object value = null;
        for (Statement.Constraint constraint : definition.constraints()) {
            if (constraint instanceof Statement.DefaultValue given) {
                value = Codec.store(frame.evaluate(given.value(), column.type()), column.type());
            }
        }
        // SQLite wants a default beside NOT NULL; the rows there are filled, new rows get theirs from the catalog.
        String filler = column.nullable()
                ? ""
                : " NOT NULL DEFAULT "
                        + (value instanceof Number number
                                ? number.toString()
                                : Emitter.literal(value == null ? "" : value.toString()));
        Column relaxed = Column.of(column.name(), column.type(), true);
        state.link().run("ALTER TABLE " + table.sqlName() + " ADD COLUMN " + TableText.column(relaxed) + filler);
        if (value != null && (!column.nullable() || definition.withValues())) {
            try (PreparedStatement fill = state.link()
                    .connection()
                    .prepareStatement("UPDATE " + table.sqlName() + " SET " + Emitter.quote(column.name()) + " = ?")) {
                fill.setObject(1, value);
                fill.executeUpdate();
            }
        }
    }

    Table drop(Table table, String name, boolean ifExists) throws SQLException {
        Column column = table.columns().stream()
                .filter(each -> state.ignoresCase()
                        ? each.name().equalsIgnoreCase(name)
                        : each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (column == null) {
            if (ifExists) {
                return table;
            }
            throw new SqlError(
                    4924,
                    "42000",
                    "ALTER TABLE DROP COLUMN failed because column '" + name + "' does not exist in table '"
                            + table.name() + "'.");
        }
        String user = dependent(table, column);
        if (user != null) {
            throw new SqlError(
                    5074, "42000", "The object '" + user + "' is dependent on column '" + column.name() + "'.");
        }
        if (column.computed() == null) {
            state.link().run("ALTER TABLE " + table.sqlName() + " DROP COLUMN " + Emitter.quote(column.name()));
        }
        return table.withColumns(
                table.columns().stream().filter(each -> !each.equals(column)).toList());
    }

    /** What hinders a column from going; null when nothing does. */
    private @Nullable String dependent(Table table, Column column) {
        if (column.defaultText() != null && !state.warehouse()) {
            return column.defaultName();
        }
        return table.uniques().stream()
                .filter(unique -> contains(unique.columns(), column))
                .map(unique -> unique.name())
                .findFirst()
                .or(() -> table.foreignKeys().stream()
                        .filter(key -> contains(key.columns(), column))
                        .map(key -> key.name())
                        .findFirst())
                .or(() -> table.checks().stream()
                        .filter(check -> mentions(check.condition(), column))
                        .map(check -> check.name())
                        .findFirst())
                .or(() -> table.columns().stream()
                        .filter(each -> each.computed() != null && mentions(each.computed(), column))
                        .map(Column::name)
                        .findFirst())
                .orElse(null);
    }

    private static boolean contains(List<String> names, Column column) {
        return names.stream().anyMatch(name -> name.equalsIgnoreCase(column.name()));
    }

    private static boolean mentions(String text, Column column) {
        return text.matches("(?is).*(?<![\\w@])" + java.util.regex.Pattern.quote(column.name()) + "(?!\\w).*");
    }

    /** The table with a column of another type or nullability. */
    Table alter(Table table, Statement.ColumnDefinition definition) throws SQLException {
        Column old = table.columns().stream()
                .filter(each -> each.name().equalsIgnoreCase(definition.name()))
                .findFirst()
                .orElseThrow(() -> new SqlError(
                        4924,
                        "42000",
                        "ALTER TABLE ALTER COLUMN failed because column '" + definition.name()
                                + "' does not exist in table '" + table.name() + "'."));
        SqlType type = SqlType.declared(Objects.requireNonNull(definition.type()));
        TableBuilder.requireStorable(type);
        boolean nullable = definition.nullable() == null || definition.nullable();
        Column changed = new Column(
                old.name(),
                type,
                nullable,
                old.identitySeed(),
                old.identityStep(),
                old.computed(),
                old.defaultName(),
                old.defaultText());
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(columns.indexOf(old), changed);
        Table after = table.withColumns(columns);
        copy(table, after);
        return after;
    }

    /** Copies the rows, converted to the new types, and puts the new table in the place of the old. */
    void copy(Table before, Table after) throws SQLException {
        state.constraints().forget();
        Table interim = after.withName("dbo", InternalTables.INTERIM)
                .withIndexes(List.of())
                .withKeys(List.of());
        state.link().run(TableText.create(interim, state));
        try (Prepared statement = frame.prepare(TableCopy.rows(frame.bindContext(), before, after, interim))) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Violations.explain(e, state, after, "UPDATE");
        }
        state.link().run("DROP TABLE " + before.sqlName());
        String plain = Emitter.quote(after.plainName());
        state.link().run("ALTER TABLE " + interim.sqlName() + " RENAME TO " + plain);
        for (String index : TableText.indexes(after, state)) {
            state.link().run(index);
        }
    }
}
