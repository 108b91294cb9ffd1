package dev.bobbin.emulator.standin.sql.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** Connections to SQLite files for work in SQLite's own words, without the stand-in's functions. */
public final class PlainConnection {

    private static final int BUSY_MILLIS = 15_000;

    private PlainConnection() {}

    /** Opens a file, making it when there is none. Foreign keys are not enforced. */
    public static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
