package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.batch.Interpreter;
import dev.bobbin.emulator.standin.sql.batch.SessionState;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.parse.Script;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a stand-in. Not safe for use by several threads at once.
 *
 * <p>Reads hold no lock; the first change of a transaction takes the write lock. Closing without a commit rolls back.
 */
public final class SqlSession implements AutoCloseable {

    private static final int FIRST_PAGE = 100;
    private static final int REMEMBERED = 500;
    private static final Map<String, Script> PARSED = new ConcurrentHashMap<>();

    private final SqlDatabase database;
    private final SessionState state;
    private final Interpreter interpreter;
    private @Nullable RowSet open;
    private boolean closed;

    SqlSession(SqlDatabase database, boolean readOnly) {
        this.database = database;
        this.state = SessionState.open(database, readOnly);
        this.interpreter = new Interpreter(state, this::query);
    }

    public SqlDatabase database() {
        return database;
    }

    /**
     * Runs a batch.
     *
     * @param parameters one for each question mark
     * @return its results in order; a {@link SqlResult.Failure} among them says where it failed
     * @throws SqlError when nothing of the batch was done
     */
    public List<SqlResult> execute(String sql, List<SqlValue> parameters) {
        detach();
        Script script = parse(sql);
        if (script.parameters() != parameters.size()) {
            throw new SqlError(
                    0,
                    "HY000",
                    "The SQL contains " + script.parameters() + " parameter markers, but " + parameters.size()
                            + " parameters were supplied");
        }
        List<SqlResult> results = new ArrayList<>();
        interpreter.run(script, parameters, results);
        if (!results.isEmpty() && results.getFirst() instanceof SqlResult.Failure failure) {
            throw failure.error();
        }
        return results;
    }

    private static Script parse(String sql) {
        Script known = PARSED.get(sql);
        if (known == null) {
            known = TsqlParser.parse(sql);
            if (PARSED.size() > REMEMBERED) {
                PARSED.clear();
            }
            PARSED.put(sql, known);
        }
        return known;
    }

    private RowSet query(Emitted emitted, List<RowSet.Column> columns, PreparedStatement statement)
            throws SQLException {
        detach();
        RowSet rows = new RowSet(columns, state.link(), statement, FIRST_PAGE);
        open = rows;
        return rows;
    }

    private void detach() {
        if (open != null) {
            open.detach();
            open = null;
        }
    }

    public boolean autocommit() {
        return state.autocommit();
    }

    /** Switching autocommit on commits what is open. */
    public void setAutocommit(boolean autocommit) {
        detach();
        if (autocommit) {
            state.commit();
        }
        state.setAutocommit(autocommit);
    }

    public void commit() {
        detach();
        state.commit();
    }

    public void rollback() {
        detach();
        state.rollback();
    }

    /** True when this kind of item is read-only for functions. */
    public boolean readOnlyKind() {
        return database.kind() == SqlKind.MIRRORED || database.kind() == SqlKind.LAKEHOUSE_ENDPOINT;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (open != null) {
                open.close();
            }
            state.close();
        }
    }
}
