package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** The SQLite file behind a journal: how it is opened, and its tables. */
final class JournalFile {

    private static final int VERSION = 1;
    private static final int BUSY_MILLIS = 10_000;

    private static final String[] TABLES = {
        // A version of the code is kept once, however many runs it had.
        "CREATE TABLE IF NOT EXISTS code (hash TEXT PRIMARY KEY, text BLOB NOT NULL) WITHOUT ROWID",
        """
        CREATE TABLE IF NOT EXISTS run (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          time INTEGER NOT NULL, origin TEXT NOT NULL, function TEXT NOT NULL,
          status TEXT NOT NULL, http INTEGER NOT NULL, nanos INTEGER NOT NULL,
          code TEXT NOT NULL, pinned INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
          search TEXT NOT NULL, bytes INTEGER NOT NULL)
        """,
        // Apart from the list, which has to be quick however long the outputs are.
        """
        CREATE TABLE IF NOT EXISTS detail (
          run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
          input BLOB NOT NULL, answer BLOB NOT NULL, logs BLOB NOT NULL, trace BLOB NOT NULL)
        """,
        "CREATE INDEX IF NOT EXISTS run_by_code ON run (code)",
        // The runs that changed data, and how many things. A table of its own, so that files of earlier versions need
        // no change.
        "CREATE TABLE IF NOT EXISTS changed (run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,"
                + " things INTEGER NOT NULL)",
    };

    private JournalFile() {}

    /** Opens the file, making it and its tables when they are not there. Inputs and outputs are for its user's eyes only. */
    static Connection open(Path file) throws SQLException, IOException {
        WholeFile.makePrivate(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet answer = statement.executeQuery("PRAGMA user_version")) {
                version = answer.getInt(1);
            }
            if (version > VERSION) {
                throw new SQLException("it was written by a newer Bobbin, and this one leaves it alone.");
            }
            for (String table : TABLES) {
                statement.execute(table);
            }
            statement.execute("PRAGMA user_version = " + VERSION);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether a failure means that the file's content is broken, not that something hinders us. */
    static boolean isDamage(SQLException failure) {
        // The low byte is the primary code; SQLITE_CORRUPT and SQLITE_NOTADB.
        int code = failure.getErrorCode() & 0xff;
        return code == 11 || code == 26;
    }
}
