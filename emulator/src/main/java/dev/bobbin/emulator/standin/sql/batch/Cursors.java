package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cursors read their rows when they are opened, as static ones do. */
final class Cursors {

    private static final int MOST_ROWS = 2_000_000;

    /** @param position of the current row, from 0; -1 before the first */
    private record Open(List<RowSet.Column> columns, List<List<@Nullable Object>> rows, int position) {

        Open at(int newPosition) {
            return new Open(columns, rows, Math.max(-1, Math.min(rows.size(), newPosition)));
        }
    }

    private final SessionState state;
    private final Map<String, QueryExpression> declared = new HashMap<>();
    private final Map<String, Open> opened = new HashMap<>();
    private long fetchStatus;

    Cursors(SessionState state) {
        this.state = state;
    }

    /** {@code @@FETCH_STATUS}. */
    long fetchStatus() {
        return fetchStatus;
    }

    void declare(Statement.DeclareCursor cursor) {
        if (declared.containsKey(cursor.name())) {
            throw new SqlError(16915, "42000", "A cursor with the name '" + cursor.name() + "' already exists.");
        }
        declared.put(cursor.name(), cursor.query());
    }

    void open(Statement.OpenCursor cursor, Frame frame) {
        QueryExpression query = declared.get(cursor.name());
        if (query == null) {
            throw missing(cursor.name());
        }
        if (opened.containsKey(cursor.name())) {
            throw new SqlError(16905, "42000", "The cursor is already open.");
        }
        RowSet rows = frame.rows(query);
        opened.put(cursor.name(), new Open(rows.columns(), rows.next(MOST_ROWS), -1));
    }

    private static SqlError missing(String name) {
        return new SqlError(16916, "42000", "A cursor with the name '" + name + "' does not exist.");
    }

    /** Moves the cursor; the row goes into the variables. Answers it when there are none and a row is there. */
    @Nullable
    RowSet fetch(Statement.FetchCursor fetch, Frame frame) {
        Open open = opened.get(fetch.name());
        if (open == null) {
            throw declared.containsKey(fetch.name())
                    ? new SqlError(16917, "42000", "Cursor is not open.")
                    : missing(fetch.name());
        }
        Open moved = open.at(position(fetch, open, frame));
        opened.put(fetch.name(), moved);
        boolean found = moved.position() >= 0 && moved.position() < moved.rows().size();
        fetchStatus = found ? 0 : -1;
        state.setRowCount(found ? 1 : 0);
        if (fetch.variables().isEmpty()) {
            return RowSet.of(
                    moved.columns(), state.link(), found ? List.of(moved.rows().get(moved.position())) : List.of());
        }
        if (fetch.variables().size() != moved.columns().size()) {
            throw new SqlError(
                    16924,
                    "42000",
                    "Cursorfetch: The number of variables declared in the INTO list must match that of selected columns.");
        }
        if (found) {
            List<@Nullable Object> row = moved.rows().get(moved.position());
            for (int i = 0; i < row.size(); i++) {
                frame.assign(
                        fetch.variables().get(i),
                        row.get(i),
                        moved.columns().get(i).type());
            }
        }
        return null;
    }

    private static int position(Statement.FetchCursor fetch, Open open, Frame frame) {
        int count = fetch.count() != null && frame.evaluate(fetch.count(), null) instanceof Long number
                ? number.intValue()
                : 0;
        int size = open.rows().size();
        return switch (fetch.kind()) {
            case NEXT -> open.position() + 1;
            case PRIOR -> open.position() - 1;
            case FIRST -> 0;
            case LAST -> size - 1;
            case ABSOLUTE -> count > 0 ? count - 1 : count < 0 ? size + count : -1;
            case RELATIVE -> open.position() + count;
        };
    }

    void close(Statement.CloseCursor close) {
        if (!declared.containsKey(close.name())) {
            throw missing(close.name());
        }
        if (opened.remove(close.name()) == null && !close.deallocate()) {
            throw new SqlError(16917, "42000", "Cursor is not open.");
        }
        if (close.deallocate()) {
            declared.remove(close.name());
        }
    }

    /** What CURSOR_STATUS answers. */
    long status(String name) {
        return opened.containsKey(name) ? 1 : declared.containsKey(name) ? -1 : -3;
    }
}
