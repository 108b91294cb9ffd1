package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.ForeignKey;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Index;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Key;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Carries out sp_rename of tables and columns: keys, indexes and foreign keys follow. */
final class Renames {

    private final SessionState state;

    Renames(SessionState state) {
        this.state = state;
    }

    void table(Table table, String newName) throws SQLException {
        if (state.catalog().find(new ObjectName(null, table.schema(), newName)) != null) {
            throw new SqlError(
                    15335,
                    "42000",
                    "Error: The new name '" + newName
                            + "' is already in use as a OBJECT name and would cause a duplicate that is not permitted.",
                    11,
                    1);
        }
        Table renamed = table.withName(table.schema(), newName);
        for (String index :
                table.uniques().stream().map(CatalogObject.Unique::name).toList()) {
            state.link().run(TableText.drop(table, index));
        }
        for (Index index : table.indexes()) {
            state.link().run(TableText.drop(table, index.name()));
        }
        state.link().run("ALTER TABLE " + table.sqlName() + " RENAME TO " + Emitter.quote(renamed.plainName()));
        state.catalog().remove(table);
        state.catalog().put(renamed);
        for (String index : TableText.indexes(renamed, state)) {
            state.link().run(index);
        }
        referring(
                table,
                key -> new ForeignKey(
                        key.name(),
                        key.columns(),
                        key.schema(),
                        newName,
                        key.references(),
                        key.onDelete(),
                        key.onUpdate()));
    }

    void column(Table table, String name, String newName) throws SQLException {
        Column column = TableText.column(table, name, state);
        requireFree(table, column);
        if (column.computed() == null) {
            state.link()
                    .run("ALTER TABLE " + table.sqlName() + " RENAME COLUMN " + Emitter.quote(column.name()) + " TO "
                            + Emitter.quote(newName));
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.set(columns.indexOf(column), column.withName(newName));
        UnaryOperator<List<String>> renamed = names -> names.stream()
                .map(each -> each.equalsIgnoreCase(column.name()) ? newName : each)
                .toList();
        state.catalog()
                .put(table.withColumns(columns)
                        .withKeys(table.keys().stream()
                                .map(key -> new Key(key.name(), key.primary(), renamed.apply(key.columns())))
                                .toList())
                        .withIndexes(table.indexes().stream()
                                .map(index -> new Index(
                                        index.name(), index.unique(), renamed.apply(index.columns()), index.filter()))
                                .toList())
                        .withForeignKeys(table.foreignKeys().stream()
                                .map(key -> withColumns(key, renamed.apply(key.columns()), key.references()))
                                .toList()));
        referring(table, key -> withColumns(key, key.columns(), renamed.apply(key.references())));
    }

    private static ForeignKey withColumns(ForeignKey key, List<String> columns, List<String> references) {
        return new ForeignKey(
                key.name(), columns, key.schema(), key.table(), references, key.onDelete(), key.onUpdate());
    }

    /** Changes the foreign keys of other tables that refer to the table; one that refers to itself as well. */
    private void referring(Table table, UnaryOperator<ForeignKey> change) throws SQLException {
        List<Table> children = state.catalog().all().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
        for (Table child : children) {
            List<ForeignKey> keys = child.foreignKeys().stream()
                    .map(key -> refersTo(key, table) ? change.apply(key) : key)
                    .toList();
            if (!keys.equals(child.foreignKeys())) {
                state.catalog().put(child.withForeignKeys(keys));
            }
        }
    }

    private static boolean refersTo(ForeignKey key, Table table) {
        return key.schema().equalsIgnoreCase(table.schema()) && key.table().equalsIgnoreCase(table.name());
    }

    /** What is kept as an expression over the column holds it. */
    private static void requireFree(Table table, Column column) {
        Pattern word = Pattern.compile(
                "(?<![\\w@#$])" + Pattern.quote(column.name().toLowerCase(Locale.ROOT)) + "(?![\\w@#$])");
        boolean used = table.checks().stream().anyMatch(check -> mentions(word, check.condition()))
                || table.columns().stream().anyMatch(each -> each.computed() != null && mentions(word, each.computed()))
                || table.indexes().stream().anyMatch(index -> index.filter() != null && mentions(word, index.filter()));
        if (used) {
            throw new SqlError(
                    15336,
                    "42000",
                    "Object '" + table.schema() + "." + table.name() + "." + column.name()
                            + "' cannot be renamed because the object participates in enforced dependencies.",
                    11,
                    1);
        }
    }

    private static boolean mentions(Pattern word, String text) {
        return word.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
