package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Codec;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Carries out ALTER TABLE. */
final class TableChanges {

    private final SessionState state;
    private final Frame frame;

    TableChanges(SessionState state, Frame frame) {
        this.state = state;
        this.frame = frame;
    }

    private Table table(ObjectName name) {
        if (state.catalog().find(name) instanceof Table table) {
            return table;
        }
        throw new SqlError(
                4902,
                "42S02",
                "Cannot find the object \"" + name + "\" because it does not exist or you do not have permissions.");
    }

    void add(Statement.AddToTable add) throws SQLException {
        Table table = table(add.table());
        TableBuilder builder = new TableBuilder(state, add.table());
        add.constraints().forEach(builder::constraint);
        add.columns().forEach(column -> column.constraints().forEach(builder::constraint));
        if (!builder.foreignKeys().isEmpty() && !state.warehouse()) {
            throw SqlErrors.notSupported("ALTER TABLE … ADD FOREIGN KEY");
        }
        List<Column> columns = new ArrayList<>(table.columns());
        for (Statement.ColumnDefinition definition : add.columns()) {
            Column column = builder.column(definition, columns);
            if (column.computed() == null) {
                addColumn(table, definition, column);
            }
            columns.add(column);
        }
        for (Statement.Constraint constraint : add.constraints()) {
            if (constraint instanceof Statement.DefaultValue value && value.column() != null) {
                Column old = TableText.column(table, value.column(), state);
                columns.set(
                        columns.indexOf(old),
                        withDefault(old, value.name() == null ? "DF__" + old.name() : value.name(), value.text()));
            }
        }
        Table changed = new Table(
                table.schema(),
                table.name(),
                table.temporary(),
                columns,
                joined(table.keys(), builder.keys()),
                joined(table.checks(), builder.checks()),
                joined(table.foreignKeys(), builder.foreignKeys()));
        Table onlyNewKeys = new Table(
                changed.schema(), changed.name(), changed.temporary(), columns, builder.keys(), List.of(), List.of());
        for (String index : TableText.indexes(onlyNewKeys, state)) {
            createIndex(index, changed, builder.keys().getFirst().name());
        }
        state.catalog().put(changed);
    }

    private void createIndex(String index, Table table, String name) throws SQLException {
        try {
            state.link().run(index);
        } catch (SQLException e) {
            throw new SqlError(
                    1505,
                    "23000",
                    "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name '"
                            + table.qualifiedName() + "' and the index name '" + name + "'.");
        }
    }

    private static Column withDefault(Column column, String name, String text) {
        return new Column(
                column.name(),
                column.type(),
                column.nullable(),
                column.identitySeed(),
                column.identityStep(),
                column.computed(),
                name,
                text);
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private void addColumn(Table table, Statement.ColumnDefinition definition, Column column) throws SQLException {
        if (column.identitySeed() != null) {
            throw SqlErrors.notSupported("ALTER TABLE … ADD … IDENTITY");
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
        Column relaxed = new Column(column.name(), column.type(), true, null, 0, null, null, null);
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
        state.link().run("ALTER TABLE " + table.sqlName() + " ADD COLUMN " + TableText.column(relaxed) + filler);
        if (value != null && !column.nullable()) {
            try (PreparedStatement fill = state.link()
                    .connection()
                    .prepareStatement("UPDATE " + table.sqlName() + " SET " + Emitter.quote(column.name()) + " = ?")) {
                fill.setObject(1, value);
                fill.executeUpdate();
            }
        }
    }

    void drop(Statement.DropFromTable drop) throws SQLException {
        Table table = table(drop.table());
        for (String name : drop.names()) {
            table = drop.column()
                    ? withoutColumn(table, name, drop.ifExists())
                    : withoutConstraint(table, name, drop.ifExists());
        }
        state.catalog().put(table);
    }

    private Table withoutColumn(Table table, String name, boolean ifExists) throws SQLException {
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
        boolean used = column.defaultText() != null && !state.warehouse()
                || table.keys().stream().anyMatch(key -> key.columns().contains(column.name()))
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        if (used) {
            throw new SqlError(
                    5074,
                    "42000",
                    "The object '" + (column.defaultName() == null ? table.name() : column.defaultName())
                            + "' is dependent on column '" + column.name() + "'.");
        }
        if (column.computed() == null) {
            state.link().run("ALTER TABLE " + table.sqlName() + " DROP COLUMN " + Emitter.quote(column.name()));
        }
        List<Column> columns =
                table.columns().stream().filter(each -> !each.equals(column)).toList();
        return new Table(
                table.schema(),
                table.name(),
                table.temporary(),
                columns,
                table.keys(),
                table.checks(),
                table.foreignKeys());
    }

    private Table withoutConstraint(Table table, String name, boolean ifExists) throws SQLException {
        for (CatalogObject.Key key : table.keys()) {
            if (key.name().equalsIgnoreCase(name)) {
                state.link().run("DROP INDEX IF EXISTS " + Emitter.quote(key.name()));
                return new Table(
                        table.schema(),
                        table.name(),
                        table.temporary(),
                        table.columns(),
                        table.keys().stream().filter(each -> each != key).toList(),
                        table.checks(),
                        table.foreignKeys());
            }
        }
        if (table.checks().stream().anyMatch(check -> check.name().equalsIgnoreCase(name))) {
            return new Table(
                    table.schema(),
                    table.name(),
                    table.temporary(),
                    table.columns(),
                    table.keys(),
                    table.checks().stream()
                            .filter(check -> !check.name().equalsIgnoreCase(name))
                            .toList(),
                    table.foreignKeys());
        }
        for (Column column : table.columns()) {
            if (name.equalsIgnoreCase(column.defaultName())) {
                List<Column> columns = new ArrayList<>(table.columns());
                columns.set(
                        columns.indexOf(column),
                        new Column(
                                column.name(),
                                column.type(),
                                column.nullable(),
                                column.identitySeed(),
                                column.identityStep(),
                                column.computed(),
                                null,
                                null));
                return new Table(
                        table.schema(),
                        table.name(),
                        table.temporary(),
                        columns,
                        table.keys(),
                        table.checks(),
                        table.foreignKeys());
            }
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.name().equalsIgnoreCase(name))) {
            throw SqlErrors.notSupported("ALTER TABLE … DROP CONSTRAINT " + name);
        }
        if (ifExists) {
            return table;
        }
        throw new SqlError(3728, "42000", "'" + name + "' is not a constraint.");
    }
}
