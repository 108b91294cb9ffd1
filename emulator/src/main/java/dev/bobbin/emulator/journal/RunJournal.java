package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * The runs of one item. Safe for use by several threads, and by several programs on one file. A file that is damaged is
 * put aside and what can be read of it is kept; {@link #rescue()} says so.
 */
public final class RunJournal implements AutoCloseable {

    private final Path file;
    private final Retention retention;
    private Connection connection;
    private @Nullable String rescue;

    private RunJournal(Path file, Retention retention) throws IOException {
        this.file = file;
        this.retention = retention;
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            connection = JournalFile.open(file);
        } catch (SQLException e) {
            if (!JournalFile.isDamage(e)) {
                throw failure(e);
            }
            connection = recover();
        }
    }

    /**
     * Opens a journal, making its file when there is none.
     *
     * @throws IOException when it cannot be opened; the message is in plain words
     */
    public static RunJournal open(Path file) throws IOException {
        return new RunJournal(file, Retention.STANDARD);
    }

    static RunJournal open(Path file, Retention retention) throws IOException {
        return new RunJournal(file, retention);
    }

    /** Where the journal of an item lies. */
    public static Path fileOf(Workspace workspace, ItemFolder item) {
        return workspace.itemData(item).resolve("journal.db");
    }

    /** What was done about a damaged file, in plain words; empty when the file was sound. */
    public synchronized Optional<String> rescue() {
        return Optional.ofNullable(rescue);
    }

    /**
     * Keeps a run. Old ones that are not pinned make room when there are too many.
     *
     * @return its id
     */
    public synchronized long add(RunRecord run) throws IOException {
        return work(() -> {
            long id = JournalRows.insert(connection, run, 0);
            retention.apply(connection, id);
            return id;
        });
    }

    /** The runs a query asks for, newest first. */
    public synchronized List<RunSummary> find(RunQuery query) throws IOException {
        return work(() -> JournalRows.find(connection, query));
    }

    /** How many runs there are. */
    public synchronized long size() throws IOException {
        return work(() -> number("SELECT count(*) FROM run"));
    }

    /** Everything about a run; empty when there is none of that id. */
    public synchronized Optional<RunRecord> get(long id) throws IOException {
        return work(() -> JournalRows.get(connection, id));
    }

    /** Keeps a run however old it gets, or no longer. */
    public synchronized void pin(long id, boolean pinned) throws IOException {
        work(() -> update("UPDATE run SET pinned = ? WHERE id = ?", pinned ? 1 : 0, id));
    }

    /** Writes a note to a run. */
    public synchronized void note(long id, String note) throws IOException {
        work(() ->
                update("UPDATE run SET note = ?1, search = search || char(10) || lower(?1) WHERE id = ?2", note, id));
    }

    /** Removes runs, pinned or not. */
    public synchronized void delete(Collection<Long> ids) throws IOException {
        work(() -> inTransaction(() -> {
            for (Long id : ids) {
                update("DELETE FROM run WHERE id = ?", id);
            }
            return update(Retention.UNUSED_CODE);
        }));
    }

    /** Removes every run that is not pinned. */
    public synchronized void clear() throws IOException {
        work(() -> inTransaction(() -> {
            update("DELETE FROM run WHERE pinned = 0");
            return update(Retention.UNUSED_CODE);
        }));
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Something done in the file. */
    private interface Work<T> {
        T run() throws SQLException, IOException;
    }

    /** Does something, once more with what can be saved when the file turns out to be damaged. */
    private <T> T work(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (SQLException e) {
            if (!JournalFile.isDamage(e)) {
                throw failure(e);
            }
        }
        connection = recover();
        try {
            return work.run();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Connection recover() throws IOException {
        JournalRescue.Outcome outcome = JournalRescue.rescue(file, connection);
        rescue = outcome.message();
        return outcome.connection();
    }

    private <T> T inTransaction(Work<T> work) throws SQLException, IOException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | IOException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.getLong(1);
        }
    }

    private int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private IOException failure(SQLException e) {
        boolean full = e.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code;
        return (full
                        ? PlainException.of("history.full", file)
                        : PlainException.of("history.unusable", file, PlainException.wordsOf(e)))
                .because(e);
    }
}
