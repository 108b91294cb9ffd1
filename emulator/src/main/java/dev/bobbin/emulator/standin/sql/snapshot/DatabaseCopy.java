package dev.bobbin.emulator.standin.sql.snapshot;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.sqlite.PlainConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Copies databases that may be in use. */
public final class DatabaseCopy {

    /** Source: SQLite, Database File Format, section 1.3. */
    private static final byte[] HEAD = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private DatabaseCopy() {}

    /** Whether a file is such a database. */
    public static boolean isDatabase(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HEAD.length), HEAD);
        }
    }

    /**
     * Writes one state of a database, what is in its log included, to a new file.
     *
     * @param database stays as it is
     * @throws IOException when it cannot be read, or the copy not be written
     */
    public static void into(Path database, Path target) throws IOException {
        try (Connection connection = PlainConnection.open(database);
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw PlainException.of("sql.copy", database, PlainException.wordsOf(e))
                    .because(e);
        }
    }

    /**
     * The same page by page, so that rows keep their numbers, by which recorded changes name them.
     *
     * @throws IOException when it cannot be read, or the copy not be written
     */
    public static void exactly(Path database, Path target) throws IOException {
        try (Connection connection = PlainConnection.open(database);
                Statement copy = connection.createStatement()) {
            // A command of the driver for SQLite's backup, not of SQL.
            copy.executeUpdate("backup to \"" + target + "\"");
        } catch (SQLException e) {
            throw PlainException.of("snapshot.copy", database, e.getMessage()).because(e);
        }
    }
}
