package dev.bobbin.emulator.standin.sql.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be undone, kept in the undo file.
 *
 * @param id steps are undone from the highest to the lowest
 * @param object name of the table or index in the SQLite file
 * @param store the table of the undo file with the rows; null without rows
 * @param columns the table's columns then; empty without rows
 * @param sql the definition as SQLite keeps it; null for rows
 */
record Step(
        long id,
        Kind kind,
        String object,
        @Nullable String store,
        List<String> columns,
        @Nullable String sql) {

    enum Kind {
        /** Rows that changed, one by one. */
        ROWS,
        /** All rows of a table that a definition takes away or brings. */
        ALL_ROWS,
        TABLE_CREATED,
        TABLE_DROPPED,
        /** A table that the run has dropped is made again, by a statement of its own: other rows from here on. */
        MADE_ANEW,
        INDEX_CREATED,
        INDEX_DROPPED,
        /** A table went away before its rows could be kept. */
        LOST
    }

    String rows() {
        return "undo." + store;
    }

    /** The table these rows belong to. */
    WatchedTable table() {
        return new WatchedTable(0, object, columns);
    }
}
