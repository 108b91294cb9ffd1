package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Words the constraint failures SQLite reports as SQL Server would. */
final class Violations {

    private Violations() {}

    static SqlError explain(SQLException failure, SessionState state, CatalogObject.Table table, String word) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        if (message.contains("NOT NULL constraint failed")) {
            String column = tail(message).substring(tail(message).lastIndexOf('.') + 1);
            String database = String.valueOf(state.property("DB_NAME", new Object[0]));
            return SqlErrors.nullNotAllowed(column, database + "." + table.qualifiedName(), word);
        }
        if (message.contains("UNIQUE constraint failed") || message.contains("PRIMARY KEY constraint failed")) {
            return duplicate(tail(message), table);
        }
        if (message.contains("FOREIGN KEY constraint failed")) {
            return foreignKey(state, table, word);
        }
        return state.link().explain(failure);
    }

    private static String tail(String message) {
        int at = message.lastIndexOf("failed: ");
        String tail = at < 0 ? "" : message.substring(at + 8);
        return tail.endsWith(")") ? tail.substring(0, tail.length() - 1) : tail;
    }

    private static SqlError duplicate(String columns, CatalogObject.Table table) {
        for (CatalogObject.Key key : table.keys()) {
            List<String> names = Arrays.stream(columns.split(", "))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .toList();
            if (key.columns().equals(names) || columns.equals("index '" + key.name() + "'")) {
                return new SqlError(
                        2627,
                        "23000",
                        "Violation of " + (key.primary() ? "PRIMARY KEY" : "UNIQUE KEY") + " constraint '" + key.name()
                                + "'. Cannot insert duplicate key in object '" + table.qualifiedName() + "'.",
                        14,
                        1);
            }
        }
        String index = columns.startsWith("index '") ? columns.substring(7, columns.length() - 1) : columns;
        return new SqlError(
                2601,
                "23000",
                "Cannot insert duplicate key row in object '" + table.qualifiedName() + "' with unique index '" + index
                        + "'.",
                14,
                1);
    }

    private static SqlError foreignKey(SessionState state, CatalogObject.Table table, String word) {
        String database = String.valueOf(state.property("DB_NAME", new Object[0]));
        if (!word.equals("DELETE") && !table.foreignKeys().isEmpty()) {
            CatalogObject.ForeignKey key = table.foreignKeys().getFirst();
            return new SqlError(
                    547,
                    "23000",
                    "The " + word + " statement conflicted with the FOREIGN KEY constraint \"" + key.name()
                            + "\". The conflict occurred in database \"" + database + "\", table \"" + key.schema()
                            + "." + key.table() + "\", column '"
                            + (key.references().isEmpty() ? key.columns() : key.references()).getFirst() + "'.");
        }
        for (CatalogObject object : state.catalog().all()) {
            if (object instanceof CatalogObject.Table other) {
                for (CatalogObject.ForeignKey key : other.foreignKeys()) {
                    if (key.schema().equalsIgnoreCase(table.schema())
                            && key.table().equalsIgnoreCase(table.name())) {
                        return new SqlError(
                                547,
                                "23000",
                                "The " + word + " statement conflicted with the REFERENCE constraint \"" + key.name()
                                        + "\". The conflict occurred in database \"" + database + "\", table \""
                                        + other.qualifiedName() + "\", column '"
                                        + key.columns().getFirst() + "'.");
                    }
                }
            }
        }
        return new SqlError(547, "23000", "The " + word + " statement conflicted with a FOREIGN KEY constraint.");
    }
}
