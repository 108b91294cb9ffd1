package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** CREATE INDEX and DROP INDEX. */
final class Indexes {

    private final SessionState state;

    Indexes(SessionState state) {
        this.state = state;
    }

    void create(Statement.CreateIndex create) throws SQLException {
        if (!(state.catalog().find(create.table()) instanceof Table table)) {
            throw new SqlError(
                    1088,
                    "42000",
                    "Cannot find the object \"" + create.table()
                            + "\" because it does not exist or you do not have permissions.",
                    16,
                    12);
        }
        if (named(table, create.name()) != null) {
            throw new SqlError(
                    1913,
                    "42000",
                    "The operation failed because an index or statistics with name '" + create.name()
                            + "' already exists on table '" + create.table() + "'.");
        }
        CatalogObject.Index index =
                new CatalogObject.Index(create.name(), create.unique(), create.columns(), create.whereText());
        create.columns().forEach(name -> requireColumn(table, name));
        List<CatalogObject.Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(index);
        Table indexed = table.withIndexes(indexes);
        if (create.unique()) {
            requireDistinct(table, index);
        }
        Table alone = indexed.withKeys(List.of()).withIndexes(List.of(index));
        for (String text : TableText.indexes(alone, state)) {
            try {
                state.link().run(text);
            } catch (SQLException e) {
                throw duplicate(table, index);
            }
        }
        state.catalog().put(indexed);
    }

    private void requireColumn(Table table, String name) {
        boolean there = table.columns().stream()
                .anyMatch(column -> state.ignoresCase()
                        ? column.name().equalsIgnoreCase(name)
                        : column.name().equals(name));
        if (!there) {
            throw new SqlError(1911, "42000", "Column name '" + name + "' does not exist in the target table or view.");
        }
    }

    private static SqlError duplicate(Table table, CatalogObject.Index index) {
        return new SqlError(
                1505,
                "23000",
                "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name '"
                        + table.qualifiedName() + "' and the index name '" + index.name() + "'.");
    }

    /** Finds rows that SQL Server takes for equal though SQLite's index would not. */
    private void requireDistinct(Table table, CatalogObject.Index index) throws SQLException {
        List<String> keys = index.columns().stream()
                .map(name -> TableText.column(table, name, state))
                .map(column -> Emitter.quote(column.name()) + collation(column))
                .toList();
        Emitter emitter = new Emitter().text("SELECT 1 FROM " + table.sqlName() + " AS t");
        if (index.filter() != null) {
            emitter.text(" WHERE ");
            dev.bobbin.emulator.standin.sql.bind.Standalone.holds(
                    emitter, new Frame(state, List.of(), new ArrayList<>()).bindContext(), table, "t", index.filter());
        }
        emitter.text(" GROUP BY " + String.join(", ", keys) + " HAVING COUNT(*) > 1 LIMIT 1");
        try (Prepared statement = state.link().prepare(emitter.done());
                ResultSet row = statement.executeQuery()) {
            if (row.next()) {
                throw duplicate(table, index);
            }
        }
    }

    private String collation(Column column) {
        return column.type().isText() ? state.ignoresCase() ? " COLLATE bob_ci" : " COLLATE RTRIM" : "";
    }

    private static CatalogObject.@org.jspecify.annotations.Nullable Index named(Table table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    void drop(Statement.DropIndex drop) throws SQLException {
        CatalogObject.Index index =
                state.catalog().find(drop.table()) instanceof Table table ? named(table, drop.name()) : null;
        if (index == null || !(state.catalog().find(drop.table()) instanceof Table table)) {
            if (drop.ifExists()) {
                return;
            }
            throw new SqlError(
                    3701,
                    "42S02",
                    "Cannot drop the index '" + drop.table() + "." + drop.name()
                            + "', because it does not exist or you do not have permission.",
                    11,
                    7);
        }
        state.link().run(TableText.drop(table, index.name()));
        state.catalog()
                .put(table.withIndexes(table.indexes().stream()
                        .filter(each -> !each.equals(index))
                        .toList()));
    }
}
