package dev.bobbin.emulator.standin.sql.snapshot;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.NamedSnapshots;
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

/**
 * Snapshots of a SQL stand-in, kept in {@code snapshots} beside its database. In a {@link #diff}, rows are matched by
 * primary key; where there is none, a changed row is one deleted and one inserted.
 */
public final class SqlSnapshots extends NamedSnapshots {

    private final StandIn.Sql standIn;

    public SqlSnapshots(StandIn.Sql standIn) {
        super(standIn.name(), standIn.path().resolve("snapshots"), ".db");
        this.standIn = standIn;
    }

    /** Writes all data as a database of its own. */
    @Override
    public void copyTo(Path unfinished) throws IOException {
        SqlDatabase.of(standIn).connectAsOwner().close();
        try (Connection connection = PlainConnection.open(standIn.database());
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, unfinished.toString());
            copy.execute();
        } catch (SQLException e) {
            throw failure("snapshot.not-taken", e);
        }
    }

    /** Makes the data what it is in a new stand-in: what its seed makes, or nothing. */
    public void reset() throws IOException {
        Path fresh = Files.createTempDirectory("bobbin-reset");
        StandIn.Sql copy = new StandIn.Sql(standIn.name(), standIn.kind(), fresh);
        try {
            FolderCopy.copy(standIn.seed(), copy.seed());
            FolderCopy.copy(standIn.seedDatabase(), copy.seedDatabase());
            SqlDatabase.of(copy).connectAsOwner().close();
            bringBack(copy.database());
        } finally {
            FolderCopy.delete(fresh);
        }
    }

    /** Makes the data what another database of this kind holds. */
    @Override
    public void bringBack(Path copy) throws IOException {
        SqlDatabase.of(standIn).connectAsOwner().close();
        try (Connection connection = PlainConnection.open(standIn.database());
                Statement statement = connection.createStatement()) {
            long version = version(statement);
            statement.executeUpdate("restore from \"" + copy.toString().replace("\"", "\"\"") + "\"");
            // Other connections read their catalog again when this number changes.
            statement.execute("PRAGMA user_version = " + (Math.max(version, version(statement)) + 1));
        } catch (SQLException e) {
            throw failure("snapshot.not-restored", e);
        }
        new SqlChangeLog(standIn).forgetAll();
    }

    private static long version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getLong(1);
        }
    }

    @Override
    protected ChangeSet since(Path copy) throws IOException {
        SqlDatabase.of(standIn).connectAsOwner().close();
        try (Connection connection = PlainConnection.open(standIn.database())) {
            try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS snap")) {
                attach.setString(1, copy.toString());
                attach.execute();
            }
            return new SnapshotDiff(connection, standIn.name()).read();
        } catch (SQLException e) {
            throw failure("snapshot.not-compared", e);
        }
    }

    private static IOException failure(String key, SQLException e) {
        return PlainException.of(key, SqliteErrors.translate(e).text()).because(e);
    }
}
