package dev.bobbin.emulator.standin.sql.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file {@code undo.db} beside a database, attached to a connection as {@code undo}. */
final class UndoFile {

    /** Runs that are kept; older ones can no longer be undone. */
    static final int KEPT_RUNS = 50;

    /** Above this size, in bytes, only the newest run is kept. */
    private static final long LARGEST = 512L * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS undo.step (id INTEGER PRIMARY KEY AUTOINCREMENT, run TEXT NOT NULL,"
                    + " moment TEXT NOT NULL, kind TEXT NOT NULL, object TEXT NOT NULL, store TEXT, sql TEXT)",
            "CREATE INDEX IF NOT EXISTS undo.step_run ON step (run)",
            "CREATE TABLE IF NOT EXISTS undo.store (name TEXT PRIMARY KEY, object TEXT NOT NULL, columns TEXT NOT NULL)");

    private final Connection connection;

    private UndoFile(Connection connection) {
        this.connection = connection;
    }

    static Path beside(Path database) {
        return database.resolveSibling("undo.db");
    }

    /** Attaches the file, making it when there is none. A damaged one is set aside: it must not keep a function from its data. */
    static UndoFile attach(Connection connection, Path database) throws SQLException {
        Path file = beside(database);
        UndoFile undo = new UndoFile(connection);
        try {
            undo.open(file);
        } catch (SQLException damaged) {
            undo.detach();
            setAside(file, damaged);
            undo.open(file);
        }
        return undo;
    }

    private static void setAside(Path file, SQLException damaged) throws SQLException {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path part = file.resolveSibling(file.getFileName() + suffix);
                if (Files.exists(part)) {
                    Files.move(
                            part,
                            file.resolveSibling(file.getFileName() + suffix + ".damaged"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            damaged.addSuppressed(e);
            throw damaged;
        }
    }

    private void open(Path file) throws SQLException {
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS undo")) {
            attach.setString(1, file.toString());
            attach.execute();
        }
        execute("PRAGMA undo.journal_mode = WAL");
        execute("PRAGMA undo.synchronous = NORMAL");
        for (String table : TABLES) {
            execute(table);
        }
    }

    private void detach() throws SQLException {
        if (number("SELECT count(*) FROM pragma_database_list WHERE name = 'undo'") == 1) {
            execute("DETACH undo");
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Forgets the oldest runs; inside a write transaction. */
    void prune() throws SQLException {
        long used = number("PRAGMA undo.page_count") - number("PRAGMA undo.freelist_count");
        int keep = used * number("PRAGMA undo.page_size") > LARGEST ? 1 : KEPT_RUNS;
        for (String run :
                texts("SELECT run FROM undo.step GROUP BY run ORDER BY max(id) DESC LIMIT -1 OFFSET " + keep)) {
            forget(run);
        }
    }

    /** Forgets all runs. */
    void forgetAll() throws SQLException {
        for (String run : texts("SELECT DISTINCT run FROM undo.step")) {
            forget(run);
        }
    }

    /**
     * A run and those that changed something after it, or, for one that changed nothing, those since its beginning; the
     * last one first.
     *
     * @return empty when none did, or when it is not known, because older ones have been forgotten
     */
    List<String> runsSince(String run, Instant begin) throws SQLException {
        List<String> since = new ArrayList<>();
        boolean changed = !steps(run).isEmpty();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT run, max(moment) FROM undo.step GROUP BY run ORDER BY max(id) DESC")) {
            while (row.next()) {
                if (!changed && Instant.parse(row.getString(2)).isBefore(begin)) {
                    break;
                }
                since.add(row.getString(1));
                if (changed && row.getString(1).equals(run)) {
                    break;
                }
            }
        }
        return changed || since.size() < KEPT_RUNS ? since : List.of();
    }

    /** Forgets what a run changed. */
    void forget(String run) throws SQLException {
        for (Step step : steps(run)) {
            if (step.store() != null) {
                execute("DELETE FROM " + step.rows() + " WHERE step = " + step.id());
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM undo.step WHERE run = ?")) {
            delete.setString(1, run);
            delete.executeUpdate();
        }
    }

    /** The steps of a run, the last one first. */
    List<Step> steps(String run) throws SQLException {
        List<Step> steps = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT step.id, step.kind, step.object, step.store, store.columns, step.sql"
                        + " FROM undo.step LEFT JOIN undo.store ON store.name = step.store WHERE run = ?"
                        + " ORDER BY step.id DESC")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    steps.add(new Step(
                            row.getLong(1),
                            Step.Kind.valueOf(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            names(row.getString(5)),
                            row.getString(6)));
                }
            }
        }
        return steps;
    }

    /** @return the id of the new step */
    long add(String run, Step.Kind kind, String object, @Nullable String store, @Nullable String sql)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO undo.step (run, moment, kind, object, store, sql) VALUES (?, ?, ?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, run);
            insert.setString(2, Instant.now().toString());
            insert.setString(3, kind.name());
            insert.setString(4, object);
            insert.setString(5, store);
            insert.setString(6, sql);
            try (ResultSet row = insert.executeQuery()) {
                return row.getLong(1);
            }
        }
    }

    /** Whether a run has dropped a table of that name before. */
    boolean hasDropped(String run, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM undo.step WHERE run = ? AND kind = ? AND lower(object) = lower(?)")) {
            select.setString(1, run);
            select.setString(2, Step.Kind.TABLE_DROPPED.name());
            select.setString(3, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    void remove(long step) throws SQLException {
        execute("DELETE FROM undo.step WHERE id = " + step);
    }

    /** The table that keeps rows of this table with these columns. */
    String store(WatchedTable table) throws SQLException {
        String columns = json(table.columns());
        try (PreparedStatement select =
                connection.prepareStatement("SELECT name FROM undo.store WHERE object = ? AND columns = ?")) {
            select.setString(1, table.name());
            select.setString(2, columns);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getString(1);
                }
            }
        }
        String name = "rows_" + (1 + number("SELECT count(*) FROM undo.store"));
        execute("CREATE TABLE undo." + name + " (step INTEGER, rid INTEGER, existed, present, replaced, "
                + table.each(", ", i -> "b" + i) + ", " + table.each(", ", i -> "a" + i) + ")");
        // By row, too: a run that commits often is summed up by matching the rows of its first and last steps.
        execute("CREATE INDEX undo." + name + "_step ON " + name + " (step, rid)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO undo.store VALUES (?, ?, ?)")) {
            insert.setString(1, name);
            insert.setString(2, table.name());
            insert.setString(3, columns);
            insert.executeUpdate();
        }
        return name;
    }

    long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static String json(List<String> names) throws SQLException {
        try {
            return JSON.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    private static List<String> names(@Nullable String json) throws SQLException {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }
}
