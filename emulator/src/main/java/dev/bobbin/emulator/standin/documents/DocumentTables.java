package dev.bobbin.emulator.standin.documents;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables and indexes of an account's file; brings files of earlier versions up to date. */
final class DocumentTables {

    private static final List<String> TABLES = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA busy_timeout = 10000",
            "PRAGMA synchronous = NORMAL",
            "CREATE TABLE IF NOT EXISTS databases (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS containers (database TEXT, id TEXT, body TEXT NOT NULL,"
                    + " PRIMARY KEY (database, id)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS documents (number INTEGER PRIMARY KEY, database TEXT, container TEXT,"
                    + " key TEXT, id TEXT, body TEXT NOT NULL, changed INTEGER NOT NULL DEFAULT 0,"
                    + " UNIQUE (database, container, key, id))",
            "CREATE TABLE IF NOT EXISTS changes (number INTEGER PRIMARY KEY, run TEXT, database TEXT, container TEXT,"
                    + " key TEXT, id TEXT, before TEXT, after TEXT)",
            "CREATE TABLE IF NOT EXISTS latest_change (number INTEGER NOT NULL)");

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX IF NOT EXISTS changes_of_run ON changes (run)",
            "CREATE INDEX IF NOT EXISTS documents_of_container ON documents (database, container, number)",
            "CREATE INDEX IF NOT EXISTS documents_of_partition ON documents (database, container, key, number)",
            "CREATE INDEX IF NOT EXISTS documents_by_id ON documents (database, container, id)",
            "CREATE INDEX IF NOT EXISTS documents_by_change ON documents (changed)");

    /** Numbers of changes are never given again, though the documents that had them go. */
    private static final String BEGIN_COUNTING =
            "INSERT INTO latest_change SELECT max(coalesce(max(changed), 0), coalesce(max(number), 0)) FROM documents"
                    + " WHERE NOT EXISTS (SELECT 1 FROM latest_change)";

    /** Files of earlier versions had one order for age and changes. */
    private static final String ADD_CHANGED = "ALTER TABLE documents ADD COLUMN changed INTEGER NOT NULL DEFAULT 0";

    private DocumentTables() {}

    /** Makes what is not there yet. */
    static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLES) {
                statement.execute(sql);
            }
            if (!hasChanged(connection)) {
                statement.execute(ADD_CHANGED);
            }
            for (String sql : INDEXES) {
                statement.execute(sql);
            }
            if (!isCounting(statement)) {
                statement.execute(BEGIN_COUNTING);
            }
        }
    }

    private static boolean hasChanged(Connection connection) throws SQLException {
        try (ResultSet columns = connection.getMetaData().getColumns(null, null, "documents", "changed")) {
            return columns.next();
        }
    }

    private static boolean isCounting(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM latest_change")) {
            return rows.next();
        }
    }
}
