package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.standin.sql.sqlite.PlainConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Everything in a SQLite file as text, row numbers included, to compare files by. */
final class FileContent {

    private FileContent() {}

    static String of(Path file) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = PlainConnection.open(file);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT type, name, sql FROM sqlite_master"
                    + " WHERE name NOT LIKE 'sqlite%' AND name NOT LIKE 'bobbin%' ORDER BY 1, 2")) {
                while (row.next()) {
                    text.append(row.getString(3)).append('\n');
                    if (row.getString(1).equals("table")) {
                        tables.add(row.getString(2));
                    }
                }
            }
            for (String table : tables) {
                rows(statement, "SELECT rowid, * FROM \"" + table + "\" ORDER BY rowid", text);
            }
            rows(statement, "SELECT kind, schema_name, name, definition FROM bobbin_catalog ORDER BY 1, 2, 3", text);
            rows(statement, "SELECT * FROM bobbin_identity ORDER BY 1", text);
        }
        return text.toString();
    }

    private static void rows(Statement statement, String query, StringBuilder text) throws SQLException {
        text.append(query).append('\n');
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(row.getString(i)).append('|');
                }
                text.append('\n');
            }
        }
    }
}
