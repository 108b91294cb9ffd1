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
            String owner = table.temporary()
                    ? "tempdb.dbo." + table.name()
                    : state.databaseName() + "." + table.qualifiedName();
            return SqlErrors.nullNotAllowed(column, owner, word);
        }
        if (message.contains("UNIQUE constraint failed") || message.contains("PRIMARY KEY constraint failed")) {
            return duplicate(tail(message), table);
        }
        if (message.contains(Constraints.CHECK) || message.contains(Constraints.UNIQUE)) {
            return named(message, table, state, word);
        }
        return state.link().explain(failure);
    }

    private static String tail(String message) {
        int at = message.lastIndexOf("failed: ");
        String tail = at < 0 ? "" : message.substring(at + 8);
        return tail.endsWith(")") ? tail.substring(0, tail.length() - 1) : tail;
    }

    private static SqlError duplicate(String columns, CatalogObject.Table table) {
        for (CatalogObject.Unique unique : table.uniques()) {
            List<String> names = Arrays.stream(columns.split(", "))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .toList();
            if (unique.columns().equals(names) || columns.endsWith("." + unique.name() + "'")) {
                return duplicate(unique, table);
            }
        }
        return new SqlError(
                2601, "23000", "Cannot insert duplicate key row in object '" + table.qualifiedName() + "'.", 14, 1);
    }

    /** Temporary tables count as dbo's. */
    private static String shown(CatalogObject.Table table) {
        return table.temporary() ? "dbo." + table.name() : table.qualifiedName();
    }

    private static SqlError duplicate(CatalogObject.Unique unique, CatalogObject.Table table) {
        if (!unique.constraint()) {
            return new SqlError(
                    2601,
                    "23000",
                    "Cannot insert duplicate key row in object '" + shown(table) + "' with unique index '"
                            + unique.name() + "'.",
                    14,
                    1);
        }
        boolean primary = table.keys().stream()
                .anyMatch(key -> key.primary() && key.name().equals(unique.name()));
        return new SqlError(
                2627,
                "23000",
                "Violation of " + (primary ? "PRIMARY KEY" : "UNIQUE KEY") + " constraint '" + unique.name()
                        + "'. Cannot insert duplicate key in object '" + shown(table) + "'.",
                14,
                1);
    }

    private static SqlError named(String message, CatalogObject.Table table, SessionState state, String word) {
        int check = message.indexOf(Constraints.CHECK);
        if (check >= 0) {
            String name = name(message, check + Constraints.CHECK.length());
            return new SqlError(
                    547,
                    "23000",
                    "The " + word + " statement conflicted with the CHECK constraint \"" + name
                            + "\". The conflict occurred in database \"" + state.databaseName() + "\", table \""
                            + table.qualifiedName() + "\"" + column(table, name) + ".",
                    16,
                    0);
        }
        String name = name(message, message.indexOf(Constraints.UNIQUE) + Constraints.UNIQUE.length());
        return table.uniques().stream()
                .filter(unique -> unique.name().equals(name))
                .findFirst()
                .map(unique -> duplicate(unique, table))
                .orElseGet(() -> duplicate(name, table));
    }

    private static String name(String message, int from) {
        String rest = message.substring(from);
        return rest.endsWith(")") ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** A check of one column names it. */
    private static String column(CatalogObject.Table table, String check) {
        for (CatalogObject.Check each : table.checks()) {
            if (each.name().equals(check)) {
                List<String> mentioned = table.columns().stream()
                        .map(CatalogObject.Column::name)
                        .filter(name -> each.condition()
                                .matches("(?is).*(?<![\\w@])" + java.util.regex.Pattern.quote(name) + "(?!\\w).*"))
                        .toList();
                return mentioned.size() == 1 ? ", column '" + mentioned.getFirst() + "'" : "";
            }
        }
        return "";
    }
}
