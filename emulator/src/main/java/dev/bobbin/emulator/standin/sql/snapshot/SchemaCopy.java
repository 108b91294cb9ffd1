package dev.bobbin.emulator.standin.sql.snapshot;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.sqlite.PlainConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database with all its tables, views and procedures, and none of its rows: for who may see the one but not the other. */
public final class SchemaCopy {

    private SchemaCopy() {}

    /**
     * The content of a database file that holds the schema of another.
     *
     * @param database stays as it is
     * @throws IOException when it cannot be read
     */
    public static byte[] of(Path database) throws IOException {
        Path folder = Files.createTempDirectory("bobbin-schema");
        Path copy = folder.resolve("copy.db");
        Path empty = folder.resolve("empty.db");
        try {
            DatabaseCopy.into(database, copy);
            deleteRows(copy);
            // Once more: what was deleted would still lie in free pages.
            DatabaseCopy.into(copy, empty);
            return Files.readAllBytes(empty);
        } catch (SQLException e) {
            throw PlainException.of("sql.copy-schema", database, PlainException.wordsOf(e))
                    .because(e);
        } finally {
            for (String ending : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("copy.db" + ending));
            }
            Files.deleteIfExists(empty);
            Files.delete(folder);
        }
    }

    private static void deleteRows(Path database) throws SQLException {
        try (Connection connection = PlainConnection.open(database);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                if (!InternalTables.contains(table)) {
                    statement.execute("DELETE FROM \"" + table.replace("\"", "\"\"") + "\"");
                }
            }
        }
    }
}
