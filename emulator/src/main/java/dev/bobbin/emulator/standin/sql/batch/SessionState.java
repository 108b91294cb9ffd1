package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.catalog.Catalog;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.functions.SessionView;
import dev.bobbin.emulator.standin.sql.record.StatementRecorder;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteLink;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lasts from batch to batch of one connection: the file, the catalog, the transaction, identities. */
public final class SessionState implements SessionView {

    private final SqlDatabase database;
    private final boolean readOnly;
    private final StatementRecorder recorder;
    private final Map<String, Long> identities = new HashMap<>();
    private final Set<String> usedIdentities = new HashSet<>();
    private @Nullable SqliteLink link;
    private @Nullable Catalog catalog;
    private boolean autocommit;
    private boolean abortOnError;
    private boolean doomed;
    private int transactions;
    private long rowCount;
    private @Nullable Long lastIdentity;
    private @Nullable SqlError caught;
    private @Nullable String identityInsert;

    private SessionState(SqlDatabase database, boolean readOnly, StatementRecorder recorder) {
        this.database = database;
        this.readOnly = readOnly;
        this.recorder = recorder;
    }

    public static SessionState open(SqlDatabase database, boolean readOnly, StatementRecorder recorder) {
        SessionState state = new SessionState(database, readOnly, recorder);
        try {
            SqliteLink link = SqliteLink.open(database.file(), state);
            link.listen(recorder::sqlite);
            state.link = link;
            state.catalog = new Catalog(link.connection(), database.ignoresCase());
            return state;
        } catch (SQLException e) {
            throw new SqlError(
                    4060, "08001", "Cannot open the stand-in " + database.file() + ": " + e.getMessage(), 11, 1);
        }
    }

    public SqliteLink link() {
        return java.util.Objects.requireNonNull(link);
    }

    Catalog catalog() {
        return java.util.Objects.requireNonNull(catalog);
    }

    StatementRecorder recorder() {
        return recorder;
    }

    boolean warehouse() {
        return database.kind() != SqlKind.SQL_DATABASE;
    }

    @Override
    public boolean ignoresCase() {
        return database.ignoresCase();
    }

    /** Refuses changes where functions may only read. */
    void requireWritable(String statement) {
        if (readOnly) {
            String what = database.kind() == SqlKind.MIRRORED
                    ? "A mirrored database"
                    : "The SQL analytics endpoint of a lakehouse";
            throw dev.bobbin.emulator.standin.sql.SqlErrors.readOnly(statement, what);
        }
    }

    void setAbortOnError(boolean on) {
        abortOnError = on;
    }

    /** SET XACT_ABORT ON: an error undoes the transaction, inside TRY as soon as the handler lets go of it. */
    void failed(boolean insideTry) {
        if (!abortOnError || transactions == 0) {
            return;
        }
        if (insideTry) {
            doomed = true;
        } else {
            rollback();
        }
    }

    boolean aborting() {
        return abortOnError;
    }

    /** Ends a batch; a transaction that can no longer be committed is undone. */
    void endBatch() {
        if (doomed) {
            rollback();
            throw new SqlError(
                    3998,
                    "42000",
                    "Uncommittable transaction is detected at the end of the batch. The transaction is rolled back.");
        }
    }

    private void requireNotDoomed() {
        if (doomed) {
            throw new SqlError(
                    3930,
                    "42000",
                    "The current transaction cannot be committed and cannot support operations that write to the log"
                            + " file. Roll back the transaction.");
        }
    }

    void beginChange() throws SQLException {
        requireNotDoomed();
        link().beginWriting();
        if (transactions == 0 && !autocommit) {
            transactions = 1;
        }
    }

    /** Ends a statement: without a transaction around it, what it changed is committed. */
    void endStatement() {
        persistIdentities();
        if (autocommit && transactions == 0) {
            commit();
        }
    }

    public boolean autocommit() {
        return autocommit;
    }

    public void setAutocommit(boolean on) {
        autocommit = on;
    }

    public void commit() {
        attempt(() -> link().commit());
        transactions = 0;
    }

    public void rollback() {
        attempt(() -> link().rollback());
        transactions = 0;
        doomed = false;
        catalog().invalidate();
        identities.clear();
    }

    int transactions() {
        return transactions;
    }

    void beginTransaction() {
        transactions += transactions == 0 && !autocommit ? 2 : 1;
    }

    void commitTransaction() {
        requireNotDoomed();
        if (transactions == 0) {
            throw new SqlError(
                    3902, "25000", "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.", 16, 1);
        }
        if (--transactions == 0) {
            commit();
        }
    }

    void rollbackTransaction() {
        if (transactions == 0) {
            throw new SqlError(
                    3903, "25000", "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.", 16, 1);
        }
        rollback();
    }

    void setRowCount(long rows) {
        rowCount = rows;
    }

    long rowCount() {
        return rowCount;
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

    boolean identityInsert(CatalogObject.Table table) {
        return table.qualifiedName().equals(identityInsert);
    }

    @Override
    public long nextIdentity(String name) {
        Long next = identities.get(name);
        long step = 1;
        CatalogObject.Table table = identityTable(name);
        if (table != null) {
            for (CatalogObject.Column column : table.columns()) {
                if (column.identitySeed() != null) {
                    step = column.identityStep();
                    next = next == null ? storedIdentity(name, column.identitySeed()) : next;
                }
            }
        }
        long value = next == null ? 1 : next;
        identities.put(name, value + step);
        usedIdentities.add(name);
        lastIdentity = value;
        return value;
    }

    private CatalogObject.@Nullable Table identityTable(String name) {
        int dot = name.indexOf('.');
        ObjectName object = name.startsWith("tempdb.")
                ? ObjectName.of(name.substring(7))
                : new ObjectName(null, name.substring(0, dot), name.substring(dot + 1));
        return catalog().find(object) instanceof CatalogObject.Table table ? table : null;
    }

    private long storedIdentity(String name, long seed) {
        if (name.startsWith("tempdb.")) {
            return seed;
        }
        try (PreparedStatement select =
                link().connection().prepareStatement("SELECT next_value FROM bobbin_identity WHERE table_name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : seed;
            }
        } catch (SQLException e) {
            return seed;
        }
    }

    /** TRUNCATE starts identities anew. */
    void resetIdentity(CatalogObject.Table table) throws SQLException {
        identities.remove(table.qualifiedName());
        link().run(InternalTables.IDENTITIES);
        try (PreparedStatement delete =
                link().connection().prepareStatement("DELETE FROM bobbin_identity WHERE table_name = ?")) {
            delete.setString(1, table.qualifiedName());
            delete.executeUpdate();
        }
    }

    private void persistIdentities() {
        if (usedIdentities.isEmpty() || !link().writing()) {
            return;
        }
        attempt(() -> {
            link().run(InternalTables.IDENTITIES);
            for (String name : usedIdentities) {
                try (PreparedStatement put =
                        link().connection().prepareStatement("INSERT OR REPLACE INTO bobbin_identity VALUES (?, ?)")) {
                    put.setString(1, name);
                    put.setLong(2, java.util.Objects.requireNonNull(identities.get(name)));
                    put.executeUpdate();
                }
            }
        });
        identities.clear();
        usedIdentities.clear();
    }

    @Override
    public long nextSequenceValue(String sequence) {
        throw dev.bobbin.emulator.standin.sql.SqlErrors.notSupported("NEXT VALUE FOR " + sequence);
    }

    @Override
    public @Nullable Long objectId(String name, @Nullable String type) {
        String plain = name.replace("[", "").replace("]", "").replace("\"", "");
        List<String> parts = List.of(plain.split("\\.", -1));
        String last = parts.getLast();
        String schema = parts.size() > 1 && !parts.get(parts.size() - 2).isEmpty() ? parts.get(parts.size() - 2) : null;
        CatalogObject object = catalog().find(new ObjectName(null, schema, last));
        if (object == null || type != null && !matches(object, type.strip().toUpperCase(Locale.ROOT))) {
            return null;
        }
        return id(object);
    }

    private static long id(CatalogObject object) {
        return 100_000_000L
                + Math.abs((long)
                                object.qualifiedName().toLowerCase(Locale.ROOT).hashCode())
                        % 1_900_000_000L;
    }

    private static boolean matches(CatalogObject object, String type) {
        return switch (object) {
            case CatalogObject.Table ignored -> type.equals("U");
            case CatalogObject.View ignored -> type.equals("V");
            case CatalogObject.Procedure ignored -> type.equals("P");
        };
    }

    @Override
    public @Nullable Object property(String name, @Nullable Object[] arguments) {
        SqlError error = caught;
        return switch (name) {
            case "DB_NAME" -> database.name();
            case "DB_ID" -> 5L;
            case "SCHEMA_NAME" -> arguments.length == 0 ? "dbo" : schemaName(arguments[0]);
            case "SCHEMA_ID" -> arguments.length == 0 ? Long.valueOf(1) : schemaId(arguments[0]);
            case "COL_LENGTH" -> columnLength(arguments);
            case "OBJECT_NAME" -> objectName(arguments[0], false);
            case "OBJECT_SCHEMA_NAME" -> objectName(arguments[0], true);
            case "SCOPE_IDENTITY" -> lastIdentity == null ? null : BigDecimal.valueOf(lastIdentity);
            case "IDENT_CURRENT" -> null;
            case "ERROR_NUMBER" -> error == null ? null : (Long) (long) error.number();
            case "ERROR_MESSAGE" -> error == null ? null : error.text();
            case "ERROR_SEVERITY" -> error == null ? null : (Long) (long) error.severity();
            case "ERROR_STATE" -> error == null ? null : (Long) (long) error.messageState();
            case "ERROR_LINE" -> error == null ? null : (Long) (long) error.line();
            case "ERROR_PROCEDURE" -> null;
            case "XACT_STATE" -> doomed ? -1L : transactions > 0 ? 1L : 0L;
            case "ROWCOUNT_BIG" -> rowCount;
            case "USER_NAME", "CURRENT_USER", "USER", "SESSION_USER" -> "dbo";
            case "SERVERPROPERTY" -> null;
            default -> "bobbin";
        };
    }

    private @Nullable Object schemaName(@Nullable Object id) {
        return catalog().schemas().stream()
                .filter(schema -> schemaId(schema).equals(id))
                .findFirst()
                .orElse(null);
    }

    private Long schemaId(@Nullable Object name) {
        return "dbo".equalsIgnoreCase(String.valueOf(name))
                ? 1L
                : 5L
                        + Math.abs((long) String.valueOf(name)
                                        .toLowerCase(Locale.ROOT)
                                        .hashCode())
                                % 10_000;
    }

    private @Nullable Object objectName(@Nullable Object id, boolean schema) {
        return catalog().all().stream()
                .filter(object -> Long.valueOf(id(object)).equals(id))
                .findFirst()
                .map(object -> schema ? object.schema() : object.name())
                .orElse(null);
    }

    private @Nullable Object columnLength(@Nullable Object[] arguments) {
        String plain = String.valueOf(arguments[0]).replace("[", "").replace("]", "");
        int dot = plain.lastIndexOf('.');
        ObjectName name = new ObjectName(null, dot < 0 ? null : plain.substring(0, dot), plain.substring(dot + 1));
        if (catalog().find(name) instanceof CatalogObject.Table table) {
            for (CatalogObject.Column column : table.columns()) {
                boolean same = ignoresCase()
                        ? column.name().equalsIgnoreCase(String.valueOf(arguments[1]))
                        : column.name().equals(arguments[1]);
                if (same) {
                    int size = column.type().size();
                    return switch (column.type().kind().family()) {
                        case TEXT -> (long) (size < 0 ? size : column.type().isNational() ? size * 2 : size);
                        case BINARY -> (long) size;
                        default ->
                            switch (column.type().kind()) {
                                case BIT, TINYINT -> 1L;
                                case SMALLINT -> 2L;
                                case INT, REAL, SMALLMONEY, SMALLDATETIME -> 4L;
                                case DATE -> 3L;
                                case UNIQUEIDENTIFIER -> 16L;
                                case DECIMAL -> size <= 9 ? 5L : size <= 19 ? 9L : size <= 28 ? 13L : 17L;
                                case TIME -> 5L;
                                case DATETIMEOFFSET -> 10L;
                                default -> 8L;
                            };
                    };
                }
            }
        }
        return null;
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
        attempt(() -> link().close());
    }
}
