package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.batch.Interpreter;
import dev.bobbin.emulator.standin.sql.batch.SessionState;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.changes.ChangeRecorder;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.metadata.MetadataRows;
import dev.bobbin.emulator.standin.sql.metadata.OdbcCatalog;
import dev.bobbin.emulator.standin.sql.parse.Script;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import dev.bobbin.emulator.standin.sql.record.StatementRecorder;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a stand-in. Not safe for use by several threads at once.
 *
 * <p>Reads hold no lock; the first change of a transaction takes the write lock. Closing without a commit rolls back.
 */
public final class SqlSession implements AutoCloseable {

    private static final int FIRST_PAGE = 100;

    private final SqlDatabase database;
    private final StatementRecorder recorder;
    private final SessionState state;
    private final Interpreter interpreter;
    private @Nullable RowSet open;
    private boolean closed;

    /** @param run under which changes are kept; null keeps none */
    SqlSession(SqlDatabase database, boolean readOnly, StatementLog statements, @Nullable String run) {
        this.database = database;
        this.recorder = new StatementRecorder(database.name(), database.kind() == SqlKind.WAREHOUSE, statements);
        this.state = SessionState.open(database, readOnly, recorder);
        this.interpreter = new Interpreter(state, this::query);
        if (run != null) {
            state.link().observe(new ChangeRecorder(state.link().connection(), database.file(), run));
        }
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
        return execute(sql, parameters, false);
    }

    /**
     * Runs a batch once for every row of parameters, until one fails.
     *
     * @return how many rows it changed in all
     * @throws SqlError when a row fails; what stood before it is done
     */
    public long executeMany(String sql, Iterable<List<SqlValue>> rows) {
        long count = 0;
        boolean again = false;
        for (List<SqlValue> row : rows) {
            for (SqlResult result : execute(sql, row, again)) {
                switch (result) {
                    case SqlResult.Count changed -> count += Math.max(0, changed.rows());
                    case SqlResult.Failure failure -> throw failure.error();
                    case SqlResult.Rows set -> set.rows().close();
                    case SqlResult.Message ignored -> {}
                }
            }
            again = true;
        }
        return count;
    }

    private List<SqlResult> execute(String sql, List<SqlValue> parameters, boolean again) {
        detach();
        recorder.batch(parameters, again);
        Script script = readable(sql);
        if (script.parameters() != parameters.size()) {
            throw new SqlError(
                    0,
                    "HY000",
                    "The SQL contains " + script.parameters() + " parameter markers, but " + parameters.size()
                            + " parameters were supplied");
        }
        List<SqlResult> results = new ArrayList<>();
        run(script, parameters, results);
        if (!results.isEmpty() && results.getFirst() instanceof SqlResult.Failure failure) {
            throw failure.error();
        }
        return results;
    }

    private Script readable(String sql) {
        try {
            return TsqlParser.parse(sql);
        } catch (StackOverflowError e) {
            throw SqlErrors.tooDeep();
        } catch (SqlError e) {
            recorder.unreadable(sql, e);
            throw e;
        }
    }

    /** Statements are bound by recursion, as deep as their expressions are. */
    private void run(Script script, List<SqlValue> parameters, List<SqlResult> results) {
        try {
            interpreter.run(script, parameters, results);
        } catch (StackOverflowError e) {
            throw SqlErrors.tooDeep();
        }
    }

    /** Ends what runs on this connection now and refuses everything after; may be called on any thread. */
    public void cancel() {
        state.link().cancel();
    }

    /** Ends a statement of a cancelled connection; without effect on others. */
    void interrupt() {
        state.link().interruptIfCancelled();
    }

    private RowSet query(Emitted emitted, List<RowSet.Column> columns, Prepared statement) throws SQLException {
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

    /** Takes a row of a plan. */
    public interface PlanRow {
        void take(int id, int parent, String words);
    }

    /**
     * Has SQLite tell how it would carry out one of its statements. Source: SQLite, "EXPLAIN QUERY PLAN".
     *
     * @throws SqlError when it cannot be carried out any more
     */
    public void plan(String sqlite, PlanRow row) {
        try (Statement statement = state.link().connection().createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sqlite)) {
            while (rows.next()) {
                row.take(rows.getInt("id"), rows.getInt("parent"), rows.getString("detail"));
            }
        } catch (SQLException e) {
            throw new SqlError(0, "HY000", String.valueOf(e.getMessage()));
        }
    }

    /** Tables, views and routines as they are now. */
    public Collection<CatalogObject> objects() {
        return state.objects();
    }

    /**
     * Carries out a catalog function of ODBC.
     *
     * @param argument gives an argument by its name; null when it was not given
     */
    public MetadataRows metadata(String function, Function<String, @Nullable String> argument) {
        return new OdbcCatalog(database.name(), database.ignoresCase(), state.objects(), this::columns)
                .call(function, argument);
    }

    private List<CatalogObject.Column> columns(CatalogObject.View view) {
        String name = "[" + view.schema() + "].[" + view.name().replace("]", "]]") + "]";
        for (SqlResult result : execute("SELECT TOP 0 * FROM " + name, List.of())) {
            if (result instanceof SqlResult.Rows rows) {
                rows.rows().close();
                return rows.rows().columns().stream()
                        .map(column ->
                                new CatalogObject.Column(column.name(), column.type(), true, null, 0, null, null, null))
                        .toList();
            }
        }
        return List.of();
    }

    /**
     * Puts rows into a table without defaults, checks and computed columns, as an import makes it: as fast as SQLite.
     *
     * @param table with its schema
     * @param rows values as {@code types.Codec} stores them
     */
    public void load(String table, List<String> columns, List<@Nullable Object[]> rows) {
        detach();
        state.load(table, columns, rows);
    }

    /** Whether it holds the write lock. */
    boolean writing() {
        return state.link().writing();
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
        return database.readOnly();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            // What was to be ended has ended; closing has statements of its own to carry out.
            state.link().uncancel();
            if (open != null) {
                open.close();
            }
            state.close();
        }
    }
}
