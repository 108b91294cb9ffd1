package dev.bobbin.emulator.standin.sql.sqlite;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.functions.Invocation;
import dev.bobbin.emulator.standin.sql.functions.SessionView;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.Collation;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One connection to a SQLite file, with the stand-in's functions and collations on it. */
public final class SqliteLink implements AutoCloseable {

    private static final int BUSY_MILLIS = 15_000;

    private static final Pattern SAVEPOINT = Pattern.compile("SAVEPOINT|RELEASE|ROLLBACK", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINITION = Pattern.compile("CREATE|DROP|ALTER", Pattern.CASE_INSENSITIVE);

    /** Failures after which SQLite may have rolled back (SQLite, "Response To Errors Within A Transaction"). */
    private static final Set<SQLiteErrorCode> ENDING = EnumSet.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_INTERRUPT);

    private final Connection connection;
    private final PreparedStatements statements;
    private final SessionView session;
    private final Set<String> registered = new HashSet<>();
    private @Nullable SqlError raised;
    private TransactionObserver observer = TransactionObserver.NONE;
    private Consumer<String> listener = sql -> {};
    private volatile boolean cancelled;
    private volatile boolean writing;
    private boolean guardsPaused;

    private SqliteLink(Connection connection, SessionView session) {
        this.connection = connection;
        this.statements = new PreparedStatements(connection);
        this.session = session;
    }

    /** Opens the file, creating it when there is none. */
    public static SqliteLink open(Path file, SessionView session) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(false);
        // The driver would ask for the last row's number after every change, and end every change's transaction.
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        connection.unwrap(SQLiteConnection.class).getConnectionConfig().setAutoCommit(false);
        SqliteLink link = new SqliteLink(connection, session);
        link.addCollations();
        link.addGuarding();
        StatisticalAggregates.addTo(connection);
        return link;
    }

    public Connection connection() {
        return connection;
    }

    private void addCollations() throws SQLException {
        TextOrder.addTo(connection);
        ValueOrders.addTo(connection);
        Collation.create(connection, "bob_num", new Collation() {
            @Override
            protected int xCompare(String left, String right) {
                return new BigDecimal(left).compareTo(new BigDecimal(right));
            }
        });
    }

    /** Lets changes be followed from the next transaction on. */
    public void observe(TransactionObserver newObserver) {
        observer = newObserver;
    }

    /** How long a change waits for another to end. @param millis negative for as long as the stand-in ever waits */
    public void waitForLocks(int millis) throws SQLException {
        connection.unwrap(SQLiteConnection.class).setBusyTimeout(millis < 0 ? BUSY_MILLIS : millis);
    }

    /** Tells every statement that carries out a piece of T-SQL, in SQLite's words. */
    public void listen(Consumer<String> newListener) {
        listener = newListener;
    }

    /** Ends the statement that runs now and refuses all others; may be called on any thread. */
    public void cancel() {
        cancelled = true;
        interruptIfCancelled();
    }

    /** Ends the statement that runs now on a cancelled connection; may be called on any thread. */
    public void interruptIfCancelled() {
        if (!cancelled) {
            return;
        }
        try {
            connection.unwrap(SQLiteConnection.class).getDatabase().interrupt();
        } catch (SQLException e) {
            // The connection is closed: nothing runs on it.
            return;
        }
    }

    /** Takes statements again, once nothing runs any more that was to be ended. */
    public void uncancel() {
        cancelled = false;
    }

    private void requireNotCancelled() {
        if (cancelled) {
            throw new SqlError(0, "HY008", "Operation canceled");
        }
    }

    private void addGuarding() throws SQLException {
        Function.create(
                connection,
                "bob_guarding",
                new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        result(guardsPaused ? 0 : 1);
                    }
                },
                0,
                0);
    }

    /** Whether the triggers that watch over constraints let everything pass. */
    public void pauseGuards(boolean on) {
        guardsPaused = on;
    }

    /** Prepares a statement, after its functions are there. */
    public Prepared prepare(Emitted emitted) throws SQLException {
        requireNotCancelled();
        addFunctions(emitted);
        listener.accept(emitted.sql());
        return statements.take(emitted.sql());
    }

    /** Prepares a statement of the stand-in's own housekeeping that runs often. */
    public Prepared prepareOwn(String sql) throws SQLException {
        return statements.take(sql);
    }

    /** Runs a statement of the stand-in's own housekeeping, which nobody follows. */
    public void housekeep(Emitted emitted) throws SQLException {
        addFunctions(emitted);
        execute(emitted.sql());
    }

    /** Runs a statement of the stand-in's own housekeeping, which nobody follows. */
    public void housekeep(String sql) throws SQLException {
        execute(sql);
    }

    private void addFunctions(Emitted emitted) throws SQLException {
        for (FunctionInstance function : emitted.functions()) {
            if (registered.add(function.sqlName())) {
                register(function);
            }
        }
    }

    private void register(FunctionInstance instance) throws SQLException {
        Invocation invocation = new Invocation(instance.arguments(), instance.result(), session);
        int flags = instance.definition().stable() ? Function.FLAG_DETERMINISTIC : 0;
        Function.create(
                connection,
                instance.sqlName(),
                new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        @Nullable Object[] values = new Object[args()];
                        boolean anyNull = false;
                        try {
                            for (int i = 0; i < values.length; i++) {
                                values[i] = Codec.value(
                                        carried(i), instance.arguments().get(i));
                                anyNull |= values[i] == null;
                            }
                            boolean skip = anyNull && !instance.definition().takesNull();
                            answer(
                                    skip ? null : instance.definition().body().apply(invocation, values),
                                    instance.result());
                        } catch (SqlError e) {
                            raised = e;
                            throw new SQLException(e.text());
                        }
                    }

                    private @Nullable Object carried(int index) throws SQLException {
                        return switch (value_type(index)) {
                            case 1 -> value_long(index);
                            case 2 -> value_double(index);
                            case 3 -> value_text(index);
                            case 4 -> value_blob(index);
                            default -> null;
                        };
                    }

                    private void answer(@Nullable Object value, SqlType type) throws SQLException {
                        switch (Codec.carry(value, type)) {
                            case null -> result();
                            case Long number -> result(number);
                            case Double number -> result(number);
                            case byte[] bytes -> result(bytes);
                            case Object other -> result(other.toString());
                        }
                    }
                },
                instance.arguments().size(),
                flags);
    }

    /** What a function of the stand-in raised inside the statement that failed, or the failure as SQLite tells it. */
    public SqlError explain(SQLException failure) {
        SqlError cause = raised;
        raised = null;
        return cause != null ? cause : SqliteErrors.translate(failure);
    }

    /**
     * Whether a statement that failed has ended the transaction, as a full disk or an interrupt may; what was written in it is
     * gone then.
     */
    public boolean lostTransaction(SQLException failure) throws SQLException {
        if (!writing || !(failure instanceof SQLiteException cause) || !ENDING.contains(primary(cause))) {
            return false;
        }
        try {
            execute("BEGIN");
        } catch (SQLException inside) {
            // There is one still.
            return false;
        }
        execute("ROLLBACK");
        writing = false;
        observer.rolledBack();
        return true;
    }

    private static SQLiteErrorCode primary(SQLiteException failure) {
        return SQLiteErrorCode.getErrorCode(failure.getResultCode().code & 0xff);
    }

    /** Takes the write lock, unless this connection has it already. */
    public void beginWriting() throws SQLException {
        if (!writing) {
            requireNotCancelled();
            observer.opening();
            repeat("BEGIN IMMEDIATE");
            writing = true;
            observer.begun();
        }
    }

    public boolean writing() {
        return writing;
    }

    public void commit() throws SQLException {
        if (writing) {
            observer.committing();
            repeat("COMMIT");
            writing = false;
        }
    }

    public void rollback() throws SQLException {
        if (writing) {
            writing = false;
            try {
                endTransaction();
            } finally {
                observer.rolledBack();
            }
        }
    }

    /** Rolls back, unless SQLite has done so by itself. */
    private void endTransaction() throws SQLException {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                throw e;
            }
        }
    }

    /** Runs a statement without parameters: a definition, or a savepoint. */
    public void run(String sql) throws SQLException {
        requireNotCancelled();
        if (SAVEPOINT.matcher(sql).lookingAt()) {
            repeat(sql);
            return;
        }
        listener.accept(sql);
        if (DEFINITION.matcher(sql).lookingAt()) {
            observer.defining(sql);
            execute(sql);
            observer.defined();
        } else {
            execute(sql);
        }
    }

    private void repeat(String sql) throws SQLException {
        try (Prepared statement = statements.take(sql)) {
            statement.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        rollback();
        connection.close();
    }
}
