package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteLink;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The rows of a query, fetched in pages; what the database is asked next first takes the rest into memory. */
public final class RowSet implements AutoCloseable {

    /** A column of the result; {@code name} is empty when the query gave none. */
    public record Column(String name, SqlType type) {}

    /** What is held in memory when the connection is used otherwise while rows are still to be fetched. */
    private static final int LARGEST_BUFFER = 200_000;

    private final List<Column> columns;
    private final SqliteLink link;
    private final Deque<List<@Nullable Object>> buffer = new ArrayDeque<>();
    private final AtomicLong read = new AtomicLong();
    private @Nullable Prepared statement;
    private @Nullable ResultSet rows;
    private @Nullable SqlError failure;

    /** @param firstPage how many rows are read at once, so that most errors show when the statement runs */
    RowSet(List<Column> columns, SqliteLink link, Prepared statement, int firstPage) throws SQLException {
        this.columns = columns;
        this.link = link;
        this.statement = statement;
        this.rows = statement.executeQuery();
        read(firstPage);
        if (failure != null && buffer.isEmpty()) {
            close();
            throw failure;
        }
    }

    private RowSet(List<Column> columns, SqliteLink link, List<List<@Nullable Object>> rows) {
        this.columns = columns;
        this.link = link;
        buffer.addAll(rows);
    }

    /** Rows that are in memory already. */
    public static RowSet of(List<Column> columns, SqliteLink link, List<List<@Nullable Object>> rows) {
        return new RowSet(columns, link, rows);
    }

    public List<Column> columns() {
        return columns;
    }

    /**
     * @return up to that many rows; none at the end
     * @throws SqlError when a row cannot be computed
     */
    public List<List<@Nullable Object>> next(int count) {
        if (buffer.size() < count) {
            read(count - buffer.size());
        }
        List<List<@Nullable Object>> page = new ArrayList<>();
        while (page.size() < count && !buffer.isEmpty()) {
            page.add(buffer.removeFirst());
        }
        if (page.isEmpty() && failure != null) {
            throw failure;
        }
        return page;
    }

    /** Whether all rows have been taken, and none was missed for an error. */
    public boolean ended() {
        return statement == null && buffer.isEmpty() && failure == null;
    }

    /** How many rows were read so far; stays true when this set is long closed. */
    public LongSupplier rowsRead() {
        return read::get;
    }

    /** How many rows are in memory now. */
    public int buffered() {
        return buffer.size();
    }

    /** Reads what is left into memory, because the database is to be used otherwise. */
    public void detach() {
        if (rows != null) {
            read(LARGEST_BUFFER);
            if (rows != null) {
                failure = new SqlError(0, "HY000", "Connection is busy with results for another command");
                close();
            }
        }
    }

    private void read(int count) {
        ResultSet open = rows;
        if (open == null) {
            return;
        }
        try {
            for (int i = 0; i < count; i++) {
                if (!open.next()) {
                    close();
                    return;
                }
                List<@Nullable Object> row = new ArrayList<>(columns.size());
                for (int c = 0; c < columns.size(); c++) {
                    row.add(cell(open, c + 1, columns.get(c).type()));
                }
                buffer.add(row);
                read.incrementAndGet();
            }
        } catch (SQLException e) {
            failure = link.explain(e);
            close();
        } catch (SqlError e) {
            failure = e;
            close();
        }
    }

    /** A text is asked for as such: the driver would look up first what it is. */
    private static @Nullable Object cell(ResultSet row, int column, SqlType type) throws SQLException {
        if (type.isText()) {
            return row.getString(column);
        }
        Object raw = row.getObject(column);
        return Codec.value(raw instanceof Integer small ? Long.valueOf(small) : raw, type);
    }

    @Override
    public void close() {
        Prepared open = statement;
        statement = null;
        rows = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                failure = link.explain(e);
            }
        }
    }
}
