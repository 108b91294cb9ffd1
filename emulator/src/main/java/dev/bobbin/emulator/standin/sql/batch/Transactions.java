package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session, counted as {@code @@TRANCOUNT} counts. Nothing is locked before the first change; with
 * autocommit off the first change opens a transaction, as IMPLICIT_TRANSACTIONS does.
 */
final class Transactions {

    private final SessionState state;
    private final List<String> savepoints = new ArrayList<>();
    private boolean autocommit;
    private boolean abortOnError;
    private boolean doomed;
    private int count;
    private @Nullable String outermost;

    Transactions(SessionState state) {
        this.state = state;
    }

    boolean autocommit() {
        return autocommit;
    }

    void setAutocommit(boolean on) {
        autocommit = on;
    }

    /** SET XACT_ABORT. */
    void setAbortOnError(boolean on) {
        abortOnError = on;
    }

    boolean aborting() {
        return abortOnError;
    }

    int count() {
        return count;
    }

    /** What XACT_STATE() answers. */
    long xactState() {
        return doomed ? -1 : count > 0 ? 1 : 0;
    }

    /**
     * An error undoes the transaction when XACT_ABORT is on or the error is of those that end a batch; inside TRY the handler
     * still runs, but can do nothing but roll back.
     */
    void failed(boolean insideTry, boolean endsBatch) {
        if (count == 0 || !abortOnError && !endsBatch) {
            return;
        }
        if (insideTry) {
            doomed = true;
        } else {
            rollback();
        }
    }

    /** A transaction that can no longer be committed is undone at the end of the batch. */
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
        state.link().beginWriting();
        if (count == 0 && !autocommit) {
            count = 1;
        }
    }

    void begin(@Nullable String name) {
        if (count == 0) {
            outermost = name;
        }
        count += count == 0 && !autocommit ? 2 : 1;
    }

    /** COMMIT: the last of nested ones commits. */
    void commitOne() {
        requireNotDoomed();
        if (count == 0) {
            throw new SqlError(
                    3902, "25000", "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.", 16, 1);
        }
        if (--count == 0) {
            commit();
        }
    }

    void commit() {
        state.attempt(() -> {
            if (state.link().writing()) {
                state.identities().persist();
            }
            state.link().commit();
        });
        count = 0;
        savepoints.clear();
    }

    void rollback() {
        state.attempt(() -> state.link().rollback());
        lost();
    }

    /** SQLite has rolled back: nothing is open any more. */
    void lost() {
        count = 0;
        doomed = false;
        savepoints.clear();
        state.afterRollback();
    }

    /** ROLLBACK, to a savepoint when one of that name is there. */
    void rollback(@Nullable String name) {
        if (count == 0) {
            throw new SqlError(
                    3903, "25000", "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.", 16, 1);
        }
        if (name == null || name.equalsIgnoreCase(outermost)) {
            rollback();
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        int at = savepoints.lastIndexOf(key);
        if (at < 0) {
            throw new SqlError(
                    6401,
                    "25000",
                    "Cannot roll back " + name + ". No transaction or savepoint of that name was found.",
                    16,
                    1);
        }
        requireNotDoomed();
        state.attempt(() -> state.link().run("ROLLBACK TO " + Emitter.quote("save_" + key)));
        savepoints.subList(at + 1, savepoints.size()).clear();
        state.afterPartialRollback();
    }

    void save(String name) {
        if (count == 0) {
            throw new SqlError(
                    628, "25000", "Cannot issue SAVE TRANSACTION when there is no active transaction.", 16, 0);
        }
        String key = name.toLowerCase(Locale.ROOT);
        state.attempt(() -> {
            beginChange();
            state.link().run("SAVEPOINT " + Emitter.quote("save_" + key));
        });
        savepoints.add(key);
    }
}
