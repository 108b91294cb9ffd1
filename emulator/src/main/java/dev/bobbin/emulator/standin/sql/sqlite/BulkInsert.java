package dev.bobbin.emulator.standin.sql.sqlite;

import dev.bobbin.emulator.standin.sql.emit.Emitter;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts many rows into a table, some of them with each statement, because every statement has its price. */
public final class BulkInsert {

    private static final int MOST_ROWS = 64;

    /** Well below the 32,766 that SQLite takes. */
    private static final int MOST_VALUES = 8_000;

    private final SqliteLink link;
    private final String insert;
    private final String row;
    private final int rowsAStatement;

    /** @param table in SQLite's words */
    public BulkInsert(SqliteLink link, String table, List<String> columns) {
        this.link = link;
        this.insert = "INSERT INTO " + table + " ("
                + columns.stream().map(Emitter::quote).collect(Collectors.joining(", ")) + ") VALUES ";
        this.row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        this.rowsAStatement = Math.clamp(MOST_VALUES / columns.size(), 1, MOST_ROWS);
    }

    /** @param rows values in the form of the table */
    public void add(List<@Nullable Object[]> rows) throws SQLException {
        for (int from = 0; from < rows.size(); from += rowsAStatement) {
            insert(rows.subList(from, Math.min(rows.size(), from + rowsAStatement)));
        }
    }

    private void insert(List<@Nullable Object[]> rows) throws SQLException {
        try (Prepared statement = link.prepareOwn(insert + String.join(", ", Collections.nCopies(rows.size(), row)))) {
            int position = 0;
            for (@Nullable Object[] values : rows) {
                for (@Nullable Object value : values) {
                    statement.bind(++position, value);
                }
            }
            statement.executeUpdate();
        }
    }
}
