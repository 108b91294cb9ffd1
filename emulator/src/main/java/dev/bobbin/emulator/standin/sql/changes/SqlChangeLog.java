package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.sql.sqlite.PlainConnection;
import dev.bobbin.emulator.standin.sql.sqlite.SqliteErrors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What runs changed in a SQL stand-in. */
public final class SqlChangeLog implements ChangeLog {

    private final String name;
    private final Path database;

    public SqlChangeLog(StandIn.Sql standIn) {
        this(standIn.name(), standIn.database());
    }

    /**
     * @param name of the stand-in
     * @param database its file
     */
    public SqlChangeLog(String name, Path database) {
        this.name = name;
        this.database = database;
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        if (!Files.exists(UndoFile.beside(database)) || !Files.exists(database)) {
            return ChangeSet.EMPTY;
        }
        try (Connection connection = PlainConnection.open(database)) {
            UndoFile undo = UndoFile.attach(connection, database);
            return new ChangeReader(connection, name).read(undo.steps(run));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean keeps(String run) throws IOException {
        if (!Files.exists(UndoFile.beside(database)) || !Files.exists(database)) {
            return false;
        }
        try (Connection connection = PlainConnection.open(database)) {
            return !UndoFile.attach(connection, database).steps(run).isEmpty();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public UndoOutcome undo(String run) throws IOException {
        return undo(run, undo -> undo.steps(run).isEmpty() ? List.of() : List.of(run), "COMMIT");
    }

    @Override
    public UndoOutcome rehearse(String run) throws IOException {
        return undo(run, undo -> undo.steps(run).isEmpty() ? List.of() : List.of(run), "ROLLBACK");
    }

    /**
     * Takes back a run and all that came after it, the last one first, so that the data are as the run found them.
     *
     * @param begin of the run, which tells what came after one that changed nothing
     */
    public UndoOutcome undoSince(String run, Instant begin) throws IOException {
        return undo(run, undo -> undo.runsSince(run, begin), "COMMIT");
    }

    /** What {@link #undoSince} would come to; changes nothing. */
    public UndoOutcome rehearseSince(String run, Instant begin) throws IOException {
        return undo(run, undo -> undo.runsSince(run, begin), "ROLLBACK");
    }

    /** Finds the runs to take back, the last one first. */
    @FunctionalInterface
    private interface Chosen {
        List<String> of(UndoFile undo) throws SQLException;
    }

    /** @param end what ends the transaction when all could be put back */
    private UndoOutcome undo(String run, Chosen chosen, String end) throws IOException {
        if (!Files.exists(UndoFile.beside(database)) || !Files.exists(database)) {
            return new UndoOutcome.NothingToUndo();
        }
        ChangeSet undone = changes(run);
        try (Connection connection = PlainConnection.open(database)) {
            UndoFile undo = UndoFile.attach(connection, database);
            undo.execute("BEGIN IMMEDIATE");
            try {
                List<String> runs = chosen.of(undo);
                if (runs.isEmpty()) {
                    undo.execute("ROLLBACK");
                    return new UndoOutcome.NothingToUndo();
                }
                for (String each : runs) {
                    new RunUndo(connection, undo).undo(each);
                }
                undo.execute(end);
                return new UndoOutcome.Undone(undone);
            } catch (UndoConflict conflict) {
                undo.execute("ROLLBACK");
                return new UndoOutcome.Refused(conflict.reason());
            } catch (SQLException e) {
                undo.execute("ROLLBACK");
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * Forgets all runs, because the data was replaced as a whole.
     *
     * @throws IOException when the undo file cannot be written
     */
    public void forgetAll() throws IOException {
        if (!Files.exists(UndoFile.beside(database))) {
            return;
        }
        try (Connection connection = PlainConnection.open(database)) {
            UndoFile undo = UndoFile.attach(connection, database);
            undo.execute("BEGIN IMMEDIATE");
            undo.forgetAll();
            undo.execute("COMMIT");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private IOException failure(SQLException e) {
        return PlainException.of("sql.changes", name, SqliteErrors.translate(e).text())
                .because(e);
    }
}
