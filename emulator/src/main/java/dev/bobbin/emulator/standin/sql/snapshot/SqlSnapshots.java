package dev.bobbin.emulator.standin.sql.snapshot;

import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.sqlite.PlainConnection;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Snapshots of a SQL stand-in, kept in {@code snapshots} beside its database. A name has letters, digits, dots, dashes,
 * underscores and blanks.
 */
public final class SqlSnapshots {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,80}");
    private static final String ENDING = ".db";

    private final StandIn.Sql standIn;
    private final Path folder;

    public SqlSnapshots(StandIn.Sql standIn) {
        this.standIn = standIn;
        this.folder = standIn.path().resolve("snapshots");
    }

    /** The names of the snapshots, in alphabetical order. */
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Takes a snapshot, in place of one of that name.
     *
     * @throws IOException when it cannot be taken; the message is in plain words
     */
    public void take(String name) throws IOException {
        Path file = file(name);
        SqlDatabase.of(standIn).connectAsOwner().close();
        Files.createDirectories(folder);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        try (Connection connection = PlainConnection.open(standIn.database());
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, unfinished.toString());
            copy.execute();
            Files.move(unfinished, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw failure("The snapshot cannot be taken", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Makes the data what it was when the snapshot was taken. Runs before it can no longer be undone.
     *
     * @throws IOException when there is no such snapshot or it cannot be restored; the data is then as before
     */
    public void restore(String name) throws IOException {
        restore(existing(name));
    }

    /** Makes the data what it is in a new stand-in: what the seed script makes, or nothing. */
    public void reset() throws IOException {
        Path fresh = Files.createTempDirectory("bobbin-reset");
        StandIn.Sql copy = new StandIn.Sql(standIn.name(), standIn.kind(), fresh);
        try {
            if (Files.exists(standIn.seed())) {
                Files.copy(standIn.seed(), copy.seed());
            }
            SqlDatabase.of(copy).connectAsOwner().close();
            restore(copy.database());
        } finally {
            try (Stream<Path> files = Files.list(fresh)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(fresh);
        }
    }

    private void restore(Path source) throws IOException {
        SqlDatabase.of(standIn).connectAsOwner().close();
        try (Connection connection = PlainConnection.open(standIn.database());
                Statement statement = connection.createStatement()) {
            long version = version(statement);
            statement.executeUpdate("restore from \"" + source.toString().replace("\"", "\"\"") + "\"");
            // Other connections read their catalog again when this number changes.
            statement.execute("PRAGMA user_version = " + (Math.max(version, version(statement)) + 1));
        } catch (SQLException e) {
            throw failure("The data cannot be restored", e);
        }
        new SqlChangeLog(standIn).forgetAll();
    }

    private static long version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getLong(1);
        }
    }

    /** Deletes a snapshot. */
    public void delete(String name) throws IOException {
        Files.delete(existing(name));
    }

    /**
     * What has changed since the snapshot was taken. Rows are matched by primary key; where there is none, a changed row
     * is one deleted and one inserted.
     */
    public ChangeSet diff(String name) throws IOException {
        Path file = existing(name);
        SqlDatabase.of(standIn).connectAsOwner().close();
        try (Connection connection = PlainConnection.open(standIn.database())) {
            try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS snap")) {
                attach.setString(1, file.toString());
                attach.execute();
            }
            return new SnapshotDiff(connection, standIn.name()).read();
        } catch (SQLException e) {
            throw failure("The snapshot cannot be compared", e);
        }
    }

    private Path existing(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            List<String> known = names();
            throw new IOException("There is no snapshot '" + name + "' of " + standIn.name() + "."
                    + (known.isEmpty() ? " None was taken yet." : " There are: " + String.join(", ", known) + "."));
        }
        return file;
    }

    private Path file(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("'" + name + "' cannot be the name of a snapshot. Use letters, digits, dots, dashes,"
                    + " underscores and blanks, 80 at most.");
        }
        return folder.resolve(name + ENDING);
    }

    private static IOException failure(String what, SQLException e) {
        return new IOException(what + ": " + SqliteErrors.translate(e).text(), e);
    }
}
