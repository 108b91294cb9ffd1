package dev.bobbin.emulator.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * How much a journal keeps. Pinned runs are kept whatever they take.
 *
 * @param runs newest runs that are kept
 * @param bytes what they may take in the file
 */
record Retention(long runs, long bytes) {

    /** Months of work, and no more of the disk than a small film. */
    static final Retention STANDARD = new Retention(20_000, 512L * 1024 * 1024);

    static final String UNUSED_CODE = "DELETE FROM code WHERE hash NOT IN (SELECT code FROM run)";

    /** Looking at everything takes longer than adding a run, so it is done now and then. */
    private static final int EVERY = 100;

    /** Removes what is too old, after the run of that id was added. */
    void apply(Connection connection, long added) throws SQLException {
        if (added % EVERY != 0 && runs >= EVERY) {
            return;
        }
        long oldest = oldestToKeep(connection);
        try (PreparedStatement old = connection.prepareStatement("DELETE FROM run WHERE id < ? AND pinned = 0");
                Statement code = connection.createStatement()) {
            old.setLong(1, oldest);
            if (old.executeUpdate() > 0) {
                code.executeUpdate(UNUSED_CODE);
            }
        }
    }

    private long oldestToKeep(Connection connection) throws SQLException {
        long count = 0;
        long size = 0;
        long oldest = Long.MAX_VALUE;
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT id, bytes FROM run WHERE pinned = 0 ORDER BY id DESC")) {
            while (rows.next()) {
                count++;
                size += rows.getLong(2);
                // The newest run is kept however large it is.
                if (count > 1 && (count > runs || size > bytes)) {
                    break;
                }
                oldest = rows.getLong(1);
            }
        }
        return oldest == Long.MAX_VALUE ? 0 : oldest;
    }
}
