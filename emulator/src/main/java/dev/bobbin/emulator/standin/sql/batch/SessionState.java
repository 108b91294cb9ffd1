package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.functions.SessionView;
import dev.bobbin.emulator.standin.sql.record.StatementRecorder;
import dev.bobbin.emulator.standin.sql.sqlite.BulkInsert;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteErrors;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteLink;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.types.CodePage;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lasts from batch to batch of one connection: the file, the catalog, the transaction, identities, cursors. */
public final class SessionState implements SessionView {

    /** Runs a function that is written in T-SQL. */
    interface FunctionRunner {
        @Nullable
        Object run(String qualifiedName, @Nullable Object[] arguments);
    }

    private final SqlDatabase database;
    private final boolean readOnly;
    private final StatementRecorder recorder;
    private final Transactions transactions = new Transactions(this);
    private final Identities identities = new Identities(this);
    private final Sequences sequences = new Sequences(this);
    private final Cursors cursors = new Cursors(this);
    private final Constraints constraints = new Constraints(this);
    private final Facts facts = new Facts(this);
    private final SessionContext context;
    private final PlanCache plans = new PlanCache(this);
    private @Nullable SqliteLink link;
    private @Nullable Catalog catalog;
    private @Nullable FunctionRunner functions;
    private int functionDepth;
    private final Set<String> running = new HashSet<>();
    private int dateFirst = 7;
    private long rowCount;
    private long lockTimeout = -1;
    private long lastError;
    private @Nullable SqlError caught;
    private @Nullable String identityInsert;

    private SessionState(SqlDatabase database, boolean readOnly, StatementRecorder recorder) {
        this.database = database;
        this.readOnly = readOnly;
        this.recorder = recorder;
        this.context = new SessionContext(database.ignoresCase());
    }

    public static SessionState open(SqlDatabase database, boolean readOnly, StatementRecorder recorder) {
        SessionState state = new SessionState(database, readOnly, recorder);
        try {
            SqliteLink link = SqliteLink.open(database.file(), state);
            link.listen(recorder::sqlite);
            state.link = link;
            state.catalog = new Catalog(link.connection(), database.name(), database.ignoresCase());
            return state;
        } catch (SQLException e) {
            throw new SqlError(
                    4060,
                    "08001",
                    "Cannot open the stand-in " + database.file() + ": "
                            + SqliteErrors.translate(e).text(),
                    11,
                    1);
        }
    }

    public SqliteLink link() {
        return Objects.requireNonNull(link);
    }

    Catalog catalog() {
        return Objects.requireNonNull(catalog);
    }

    /** Tables, views and procedures as they are now. */
    public Collection<CatalogObject> objects() {
        attempt(() -> catalog().refresh());
        return catalog().all();
    }

    /** Puts rows into a table as they are to be stored. */
    public void load(String name, List<String> columns, List<@Nullable Object[]> rows) {
        int dot = name.indexOf('.');
        ObjectName object =
                dot < 0 ? ObjectName.of(name) : new ObjectName(null, name.substring(0, dot), name.substring(dot + 1));
        if (!(catalog().find(object) instanceof CatalogObject.Table table)) {
            throw SqlErrors.invalidObject(name);
        }
        attempt(() -> {
            beginChange();
            new BulkInsert(link(), table.sqlName(), columns).add(rows);
        });
    }

    StatementRecorder recorder() {
        return recorder;
    }

    Transactions transactions() {
        return transactions;
    }

    Identities identities() {
        return identities;
    }

    SessionContext context() {
        return context;
    }

    Sequences sequences() {
        return sequences;
    }

    Cursors cursors() {
        return cursors;
    }

    Constraints constraints() {
        return constraints;
    }

    PlanCache plans() {
        return plans;
    }

    String databaseName() {
        return database.name();
    }

    /** True for a warehouse proper, whose tables functions define. */
    boolean isWarehouse() {
        return database.kind() == SqlKind.WAREHOUSE;
    }

    /** True for everything that compares and stores as a warehouse does: mirrored databases and SQL endpoints too. */
    boolean warehouse() {
        return database.kind() != SqlKind.SQL_DATABASE;
    }

    @Override
    public boolean ignoresCase() {
        return database.ignoresCase();
    }

    @Override
    public int dateFirst() {
        return dateFirst;
    }

    void setDateFirst(int weekday) {
        dateFirst = weekday;
    }

    @Override
    public CodePage codePage() {
        return warehouse() ? CodePage.UTF_8 : CodePage.WINDOWS_1252;
    }

    /** Refuses changes where functions may only read. */
    void requireWritable(String statement) {
        if (readOnly) {
            String what = database.kind() == SqlKind.MIRRORED
                    ? "A mirrored database"
                    : "The SQL analytics endpoint of a lakehouse";
            throw SqlErrors.readOnly(statement, what);
        }
    }

    void beginChange() throws SQLException {
        transactions.beginChange();
    }

    /** Ends a statement: without a transaction around it, what it changed is committed. */
    void endStatement() {
        if (transactions.autocommit() && transactions.count() == 0 && functionDepth == 0) {
            commit();
        }
    }

    public boolean autocommit() {
        return transactions.autocommit();
    }

    public void setAutocommit(boolean on) {
        transactions.setAutocommit(on);
    }

    public void commit() {
        transactions.commit();
        sequences.afterCommit();
    }

    public void rollback() {
        transactions.rollback();
    }

    /** Everything read is forgotten; numbers that were handed out are not handed out again. */
    void afterRollback() {
        catalog().invalidate();
        constraints.forget();
        attempt(() -> {
            catalog().refresh();
            catalog().refreshTemporary();
            identities.keepAfterRollback();
            sequences.keepAfterRollback();
        });
    }

    void afterPartialRollback() {
        catalog().invalidate();
        constraints.forget();
        attempt(() -> {
            catalog().refresh();
            catalog().refreshTemporary();
        });
    }

    long transactionState() {
        return transactions.xactState();
    }

    void setRowCount(long rows) {
        rowCount = rows;
    }

    long rowCount() {
        return rowCount;
    }

    /** {@code @@ERROR}: the number of the error of the last statement, 0 when it went well. */
    long lastError() {
        return lastError;
    }

    void setLastError(long number) {
        lastError = number;
    }

    @Nullable
    SqlError caught() {
        return caught;
    }

    void setCaught(@Nullable SqlError error) {
        caught = error;
    }

    void setIdentityInsert(@Nullable String table) {
        identityInsert = table;
    }

    @Nullable
    String identityInsert() {
        return identityInsert;
    }

    boolean identityInsert(CatalogObject.Table table) {
        return table.qualifiedName().equals(identityInsert);
    }

    /** {@code @@LOCK_TIMEOUT}. */
    long lockTimeout() {
        return lockTimeout;
    }

    /** @param millis how long a change waits for another to end; negative for as long as the stand-in ever waits */
    void setLockTimeout(int millis) {
        attempt(() -> link().waitForLocks(millis));
        lockTimeout = Math.max(-1, millis);
    }

    void setFunctions(FunctionRunner runner) {
        functions = runner;
    }

    /** A function runs inside a statement, which ends only after it. */
    @Override
    public @Nullable Object callFunction(String qualifiedName, @Nullable Object[] arguments) {
        if (!running.add(qualifiedName)) {
            throw SqlErrors.notSupported("function " + qualifiedName + " that calls itself");
        }
        functionDepth++;
        try {
            return Objects.requireNonNull(functions).run(qualifiedName, arguments);
        } finally {
            functionDepth--;
            running.remove(qualifiedName);
        }
    }

    @Override
    public long nextIdentity(String name) {
        return identities.take(name);
    }

    @Override
    public void identityGiven(String name, long value) {
        identities.given(name, value);
    }

    @Override
    public long nextSequenceValue(String sequence) {
        return sequences.next(sequence);
    }

    @Override
    public @Nullable Long objectId(String name, @Nullable String type) {
        return facts.objectId(name, type);
    }

    @Override
    public @Nullable Object property(String name, @Nullable Object[] arguments) {
        return name.equals("CURSOR_STATUS")
                ? (Long) cursors.status(String.valueOf(arguments[1]).toLowerCase(java.util.Locale.ROOT))
                : facts.property(name, arguments);
    }

    /** An action on the SQLite connection. */
    @FunctionalInterface
    interface Action {
        void run() throws SQLException;
    }

    void attempt(Action action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw link().explain(e);
        }
    }

    public void close() {
        attempt(() -> {
            if (link().writing()) {
                rollback();
            }
            link().close();
        });
    }
}
