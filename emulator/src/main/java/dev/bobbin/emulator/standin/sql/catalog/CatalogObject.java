package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something with a name in a schema. Expressions are kept as the T-SQL they were written in. */
public sealed interface CatalogObject {

    String schema();

    String name();

    default String qualifiedName() {
        return schema() + "." + name();
    }

    /** @param temporary a {@code #table} or table variable: it lives in the session only */
    record Table(
            String schema,
            String name,
            boolean temporary,
            List<Column> columns,
            List<Key> keys,
            List<Check> checks,
            List<ForeignKey> foreignKeys,
            List<Index> indexes)
            implements CatalogObject {

        /** A table of columns alone. */
        public static Table of(String schema, String name, boolean temporary, List<Column> columns) {
            return new Table(schema, name, temporary, columns, List.of(), List.of(), List.of(), List.of());
        }

        public Table withColumns(List<Column> changed) {
            return new Table(schema, name, temporary, changed, keys, checks, foreignKeys, indexes);
        }

        public Table withKeys(List<Key> changed) {
            return new Table(schema, name, temporary, columns, changed, checks, foreignKeys, indexes);
        }

        public Table withChecks(List<Check> changed) {
            return new Table(schema, name, temporary, columns, keys, changed, foreignKeys, indexes);
        }

        public Table withForeignKeys(List<ForeignKey> changed) {
            return new Table(schema, name, temporary, columns, keys, checks, changed, indexes);
        }

        public Table withIndexes(List<Index> changed) {
            return new Table(schema, name, temporary, columns, keys, checks, foreignKeys, changed);
        }

        public Table withName(String newSchema, String newName) {
            return new Table(newSchema, newName, temporary, columns, keys, checks, foreignKeys, indexes);
        }

        /** Keys and unique indexes alike. */
        public List<Unique> uniques() {
            List<Unique> all = new ArrayList<>();
            keys.forEach(key -> all.add(new Unique(key.name(), key.columns(), null, true)));
            indexes.stream()
                    .filter(Index::unique)
                    .forEach(index -> all.add(new Unique(index.name(), index.columns(), index.filter(), false)));
            return all;
        }

        /** The columns that belong to a key or a unique index. */
        public List<String> uniqueColumns() {
            return uniques().stream()
                    .flatMap(unique -> unique.columns().stream())
                    .distinct()
                    .toList();
        }

        /** The name of the SQLite table, quoted: dbo's tables have no prefix. */
        public String sqlName() {
            String quoted = "\"" + plainName().replace("\"", "\"\"") + "\"";
            return temporary ? "temp." + quoted : quoted;
        }

        /** Columns of the primary key; empty when there is none. */
        public List<String> primaryKey() {
            return keys.stream()
                    .filter(Key::primary)
                    .findFirst()
                    .map(Key::columns)
                    .orElse(List.of());
        }

        /** The name of the SQLite table without its database, not quoted. */
        public String plainName() {
            return temporary || schema.equalsIgnoreCase("dbo") ? name : schema + "." + name;
        }
    }

    /**
     * @param computed the expression of a computed column; it is not stored
     * @param identitySeed null for a column without identity
     */
    record Column(
            String name,
            SqlType type,
            boolean nullable,
            @Nullable Long identitySeed,
            long identityStep,
            @Nullable String computed,
            @Nullable String defaultName,
            @Nullable String defaultText) {

        /** A column that is nothing but a name and a type. */
        public static Column of(String name, SqlType type, boolean nullable) {
            return new Column(name, type, nullable, null, 0, null, null, null);
        }

        public Column withDefault(@Nullable String newName, @Nullable String text) {
            return new Column(name, type, nullable, identitySeed, identityStep, computed, newName, text);
        }

        public Column withName(String newName) {
            return new Column(newName, type, nullable, identitySeed, identityStep, computed, defaultName, defaultText);
        }
    }

    record Key(String name, boolean primary, List<String> columns) {}

    record Check(String name, String condition) {}

    record ForeignKey(
            String name,
            List<String> columns,
            String schema,
            String table,
            List<String> references,
            @Nullable String onDelete,
            @Nullable String onUpdate) {}

    /** @param filter the condition of a filtered index */
    record Index(
            String name,
            boolean unique,
            List<String> columns,
            @Nullable String filter) {}

    /** What no two rows may have in common. */
    record Unique(
            String name, List<String> columns, @Nullable String filter, boolean constraint) {}

    /** @param query what it selects; @param definition the whole statement that made it */
    record View(String schema, String name, List<String> columns, String query, String definition)
            implements CatalogObject {}

    record Procedure(String schema, String name, String text) implements CatalogObject {}

    enum FunctionKind {
        SCALAR,
        INLINE_TABLE,
        TABLE
    }

    /** @param result the type of a scalar function; null for one that yields rows */
    record Function(
            String schema,
            String name,
            FunctionKind kind,
            @Nullable SqlType result,
            String text) implements CatalogObject {}

    /** Numbers are handed out from the row of the same name in the stand-in's own table. */
    record Sequence(
            String schema, String name, SqlType type, long start, long step, long least, long most, boolean cycle)
            implements CatalogObject {}
}
