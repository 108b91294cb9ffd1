package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        requireNew(table, builder);
        Table widened = table;
        for (Statement.ColumnDefinition definition : add.columns()) {
            widened = new ColumnChanges(state, frame).add(widened, definition, builder);
        }
        for (Statement.Constraint constraint : add.constraints()) {
            if (constraint instanceof Statement.DefaultValue value && value.column() != null) {
                Column old = TableText.column(widened, value.column(), state);
                List<Column> columns = new ArrayList<>(widened.columns());
                columns.set(
                        columns.indexOf(old), old.withDefault(builder.defaultName(value, old.name()), value.text()));
                widened = widened.withColumns(columns);
            }
        }
        Table changed = widened.withKeys(joined(table.keys(), builder.keys()))
                .withChecks(joined(table.checks(), builder.checks()))
                .withForeignKeys(joined(table.foreignKeys(), builder.foreignKeys()));
        for (CatalogObject.Key key : builder.keys()) {
            addKey(changed, new CatalogObject.Unique(key.name(), key.columns(), null, true));
        }
        for (CatalogObject.Check check : builder.checks()) {
            requireHolds(changed, check);
        }
        if (!state.warehouse() && !builder.foreignKeys().isEmpty()) {
            for (CatalogObject.ForeignKey key : builder.foreignKeys()) {
                state.constraints().verifyAll(changed, key);
            }
            new ColumnChanges(state, frame).copy(changed, changed);
        }
        state.catalog().put(changed);
    }

    private void requireNew(Table table, TableBuilder builder) {
        if (builder.keys().stream().anyMatch(CatalogObject.Key::primary)
                && table.keys().stream().anyMatch(CatalogObject.Key::primary)) {
            throw new SqlError(1779, "42000", "Table '" + table.name() + "' already has a primary key defined on it.");
        }
        for (CatalogObject.Key key : builder.keys()) {
            for (String name : key.columns()) {
                if (key.primary()
                        && table.columns().stream().anyMatch(each -> each.name().equalsIgnoreCase(name))
                        && TableText.column(table, name, state).nullable()) {
                    throw new SqlError(
                            8111,
                            "42000",
                            "Cannot define PRIMARY KEY constraint on nullable column in table '" + table.name() + "'.");
                }
            }
        }
    }

    private void requireHolds(Table table, CatalogObject.Check check) throws SQLException {
        try (Prepared statement =
                        state.link().prepare(Standalone.violation(frame.bindContext(), table, check.condition()));
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                throw new SqlError(
                        547,
                        "23000",
                        "The ALTER TABLE statement conflicted with the CHECK constraint \"" + check.name()
                                + "\". The conflict occurred in database \"" + state.databaseName() + "\", table \""
                                + table.qualifiedName() + "\".",
                        16,
                        0);
            }
        }
    }

    /** Makes the index behind a key, which fails when rows that are there have the same values. */
    void addKey(Table table, CatalogObject.Unique unique) throws SQLException {
        if (state.warehouse() && !table.temporary()) {
            return;
        }
        try {
            state.link().run(TableText.unique(table, unique, state));
        } catch (SQLException e) {
            throw new SqlError(
                    1505,
                    "23000",
                    "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name '"
                            + table.qualifiedName() + "' and the index name '" + unique.name() + "'.");
        }
    }

    private static <T> List<T> joined(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    void alter(Statement.AlterColumn alter) throws SQLException {
        Table table = table(alter.table());
        state.catalog().put(new ColumnChanges(state, frame).alter(table, alter.column()));
    }

    void drop(Statement.DropFromTable drop) throws SQLException {
        Table table = table(drop.table());
        for (String name : drop.names()) {
            table = drop.column()
                    ? new ColumnChanges(state, frame).drop(table, name, drop.ifExists())
                    : withoutConstraint(table, name, drop.ifExists());
        }
        state.catalog().put(table);
    }

    private Table withoutConstraint(Table table, String name, boolean ifExists) throws SQLException {
        for (CatalogObject.Key key : table.keys()) {
            if (key.name().equalsIgnoreCase(name)) {
                requireUnreferenced(table, key);
                state.link().run(TableText.drop(table, key.name()));
                return table.withKeys(without(table.keys(), CatalogObject.Key::name, name));
            }
        }
        if (table.checks().stream().anyMatch(check -> check.name().equalsIgnoreCase(name))) {
            return table.withChecks(without(table.checks(), CatalogObject.Check::name, name));
        }
        if (table.foreignKeys().stream().anyMatch(key -> key.name().equalsIgnoreCase(name))) {
            Table free = table.withForeignKeys(without(table.foreignKeys(), CatalogObject.ForeignKey::name, name));
            if (!state.warehouse()) {
                new ColumnChanges(state, frame).copy(table, free);
            }
            return free;
        }
        for (Column column : table.columns()) {
            if (name.equalsIgnoreCase(column.defaultName())) {
                List<Column> columns = new ArrayList<>(table.columns());
                columns.set(columns.indexOf(column), column.withDefault(null, null));
                return table.withColumns(columns);
            }
        }
        if (ifExists) {
            return table;
        }
        throw new SqlError(3728, "42000", "'" + name + "' is not a constraint.");
    }

    private void requireUnreferenced(Table table, CatalogObject.Key key) {
        for (CatalogObject object : state.catalog().all()) {
            if (object instanceof Table other && !state.warehouse()) {
                for (CatalogObject.ForeignKey reference : other.foreignKeys()) {
                    boolean here = table.equals(ForeignKeys.parent(state, reference));
                    List<String> columns =
                            reference.references().isEmpty() ? ForeignKeys.primaryKey(table) : reference.references();
                    if (here && columns.equals(key.columns())) {
                        throw new SqlError(
                                3725,
                                "42000",
                                "The constraint '" + key.name() + "' is being referenced by table '" + other.name()
                                        + "', foreign key constraint '" + reference.name() + "'.");
                    }
                }
            }
        }
    }

    private static <T> List<T> without(List<T> all, Function<T, String> nameOf, String name) {
        return all.stream()
                .filter(each -> !nameOf.apply(each).equalsIgnoreCase(name))
                .toList();
    }
}
