package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.types.SqlType;
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
            List<ForeignKey> foreignKeys)
            implements CatalogObject {

        /** The name of the SQLite table, quoted: dbo's tables have no prefix. */
        public String sqlName() {
            String plain = temporary || schema.equalsIgnoreCase("dbo") ? name : schema + "." + name;
            String quoted = "\"" + plain.replace("\"", "\"\"") + "\"";
            return temporary ? "temp." + quoted : quoted;
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
            @Nullable String defaultText) {}

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

    record View(String schema, String name, List<String> columns, String query) implements CatalogObject {}

    record Procedure(String schema, String name, String text) implements CatalogObject {}
}
