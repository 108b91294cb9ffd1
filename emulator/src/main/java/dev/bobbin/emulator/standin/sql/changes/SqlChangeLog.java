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
        return undo(run, "COMMIT");
    }

    @Override
    public UndoOutcome rehearse(String run) throws IOException {
        return undo(run, "ROLLBACK");
    }

    /** @param end what ends the transaction when all could be put back */
    private UndoOutcome undo(String run, String end) throws IOException {
        if (!Files.exists(UndoFile.beside(database)) || !Files.exists(database)) {
            return new UndoOutcome.NothingToUndo();
        }
        ChangeSet undone = changes(run);
        try (Connection connection = PlainConnection.open(database)) {
            UndoFile undo = UndoFile.attach(connection, database);
            undo.execute("BEGIN IMMEDIATE");
            try {
                if (undo.steps(run).isEmpty()) {
                    undo.execute("ROLLBACK");
                    return new UndoOutcome.NothingToUndo();
                }
                new RunUndo(connection, undo).undo(run);
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
