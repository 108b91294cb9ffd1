package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SQLite file of an account. Not safe for use by several threads; several processes may open one file. */
final class DocumentFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_RUNS = 100;
    private static final List<String> SCHEMA = List.of(
            "PRAGMA journal_mode = WAL",
            "PRAGMA busy_timeout = 10000",
            "PRAGMA synchronous = NORMAL",
            "CREATE TABLE IF NOT EXISTS databases (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS containers (database TEXT, id TEXT, body TEXT NOT NULL,"
                    + " PRIMARY KEY (database, id)) WITHOUT ROWID",
            "CREATE TABLE IF NOT EXISTS documents (number INTEGER PRIMARY KEY, database TEXT, container TEXT,"
                    + " key TEXT, id TEXT, body TEXT NOT NULL, UNIQUE (database, container, key, id))",
            "CREATE TABLE IF NOT EXISTS changes (number INTEGER PRIMARY KEY, run TEXT, database TEXT, container TEXT,"
                    + " key TEXT, id TEXT, before TEXT, after TEXT)",
            "CREATE INDEX IF NOT EXISTS changes_of_run ON changes (run)");

    private final Connection connection;

    private DocumentFile(Connection connection) {
        this.connection = connection;
    }

    /** @throws IOException when the file cannot be opened or made; the message is in plain words */
    static DocumentFile open(Path file) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try (Statement statement = connection.createStatement()) {
                for (String sql : SCHEMA) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new DocumentFile(connection);
        } catch (SQLException e) {
            throw new IOException(file + " cannot be used as a store of documents: " + e.getMessage(), e);
        }
    }

    /** Deletes a file that nobody has open, with what SQLite keeps beside it. */
    static void delete(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /** Work that happens wholly or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws DocumentError, IOException;
    }

    <T> T atomically(Work<T> work) throws DocumentError, IOException {
        update("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.run();
            update("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                update("ROLLBACK");
            }
        }
    }

    Optional<ObjectNode> database(String id) throws IOException {
        return bodies("SELECT body FROM databases WHERE id = ?", id).stream().findFirst();
    }

    List<ObjectNode> databases() throws IOException {
        return bodies("SELECT body FROM databases ORDER BY id");
    }

    void putDatabase(String id, ObjectNode body) throws IOException {
        update("INSERT OR REPLACE INTO databases VALUES (?, ?)", id, body.toString());
    }

    void deleteDatabase(String id) throws IOException {
        update("DELETE FROM databases WHERE id = ?", id);
        update("DELETE FROM containers WHERE database = ?", id);
        update("DELETE FROM documents WHERE database = ?", id);
    }

    Optional<ObjectNode> container(String database, String id) throws IOException {
        return bodies("SELECT body FROM containers WHERE database = ? AND id = ?", database, id).stream()
                .findFirst();
    }

    List<ObjectNode> containers(String database) throws IOException {
        return bodies("SELECT body FROM containers WHERE database = ? ORDER BY id", database);
    }

    void putContainer(String database, String id, ObjectNode body) throws IOException {
        update("INSERT OR REPLACE INTO containers VALUES (?, ?, ?)", database, id, body.toString());
    }

    void deleteContainer(String database, String id) throws IOException {
        update("DELETE FROM containers WHERE database = ? AND id = ?", database, id);
        update("DELETE FROM documents WHERE database = ? AND container = ?", database, id);
    }

    Optional<ObjectNode> document(String database, String container, String key, String id) throws IOException {
        return bodies(
                        "SELECT body FROM documents WHERE database = ? AND container = ? AND key = ? AND id = ?",
                        database,
                        container,
                        key,
                        id)
                .stream()
                .findFirst();
    }

    /** All documents of a container in the order in which they were last written. */
    List<ObjectNode> documents(String database, String container) throws IOException {
        return bodies(
                "SELECT body FROM documents WHERE database = ? AND container = ? ORDER BY number", database, container);
    }

    /** The documents of one partition in the order in which they were last written. */
    List<ObjectNode> documents(String database, String container, String key) throws IOException {
        return bodies(
                "SELECT body FROM documents WHERE database = ? AND container = ? AND key = ? ORDER BY number",
                database,
                container,
                key);
    }

    void putDocument(String database, String container, StoredDocument document) throws IOException {
        // A new number each time: the order of writing is that of the change feed.
        update(
                "INSERT OR REPLACE INTO documents (database, container, key, id, body) VALUES (?, ?, ?, ?, ?)",
                database,
                container,
                document.key(),
                document.id(),
                document.body().toString());
    }

    void deleteDocument(String database, String container, String key, String id) throws IOException {
        update(
                "DELETE FROM documents WHERE database = ? AND container = ? AND key = ? AND id = ?",
                database,
                container,
                key,
                id);
    }

    /**
     * One change that a run made: of a document; of a container, when the id is empty; of a database, when the container
     * is empty too.
     */
    record Entry(
            String database,
            String container,
            String key,
            String id,
            @Nullable String before,
            @Nullable String after) {

        static Entry ofContainer(String database, String container, @Nullable String before, @Nullable String after) {
            return new Entry(database, container, "", "", before, after);
        }

        static Entry ofDatabase(String database, @Nullable String before, @Nullable String after) {
            return new Entry(database, "", "", "", before, after);
        }

        boolean isDocument() {
            return !id.isEmpty();
        }

        /** The kind of thing, in a word. */
        String type() {
            return isDocument() ? "document" : container.isEmpty() ? "database" : "container";
        }
    }

    /** Records that all documents of a container go. */
    void recordRemoval(String run, String database, String container) throws IOException {
        update(
                "INSERT INTO changes (run, database, container, key, id, before)"
                        + " SELECT ?, database, container, key, id, body FROM documents"
                        + " WHERE database = ? AND container = ? ORDER BY number",
                run,
                database,
                container);
    }

    void record(String run, Entry entry) throws IOException {
        update(
                "INSERT INTO changes (run, database, container, key, id, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)",
                run,
                entry.database(),
                entry.container(),
                entry.key(),
                entry.id(),
                entry.before(),
                entry.after());
    }

    /** What a run changed, in order. */
    List<Entry> changes(String run) throws IOException {
        return entries(
                "SELECT database, container, key, id, before, after FROM changes WHERE run = ? ORDER BY number", run);
    }

    private List<Entry> entries(String sql, @Nullable String... parameters) throws IOException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<Entry> entries = new ArrayList<>();
            while (rows.next()) {
                entries.add(new Entry(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6)));
            }
            return entries;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Copies all of it into a file that is not there yet. */
    void copyTo(Path copy) throws IOException {
        update("VACUUM INTO ?", copy.toString());
    }

    /** Makes databases, containers and documents those of another file; forgets the changes of all runs. */
    void bringBack(Path copy) throws IOException {
        attached(copy, () -> {
            update("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                for (String table : List.of("databases", "containers", "documents")) {
                    update("DELETE FROM main." + table);
                    update("INSERT INTO main." + table + " SELECT * FROM other." + table);
                }
                update("DELETE FROM changes");
                update("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    update("ROLLBACK");
                }
            }
            return List.of();
        });
    }

    /** How the documents differ from those of another file, which is that of before. */
    List<Entry> since(Path copy) throws IOException {
        return attached(
                copy,
                () -> entries("SELECT coalesce(a.database, b.database), coalesce(a.container, b.container),"
                        + " coalesce(a.key, b.key), coalesce(a.id, b.id), b.body, a.body FROM main.documents a"
                        + " FULL JOIN other.documents b ON a.database = b.database AND a.container = b.container"
                        + " AND a.key = b.key AND a.id = b.id WHERE a.body IS NOT b.body ORDER BY 1, 2, 4"));
    }

    private <T> T attached(Path copy, Reading<T> work) throws IOException {
        update("ATTACH ? AS other", copy.toString());
        try {
            return work.read();
        } finally {
            update("DETACH other");
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    void forgetChanges(String run) throws IOException {
        update("DELETE FROM changes WHERE run = ?", run);
    }

    /** Forgets the changes of all but the latest runs. */
    void forgetOldChanges() throws IOException {
        update("DELETE FROM changes WHERE run NOT IN (SELECT run FROM changes GROUP BY run ORDER BY MAX(number) DESC"
                + " LIMIT " + KEPT_RUNS + ")");
    }

    private List<ObjectNode> bodies(String sql, @Nullable String... parameters) throws IOException {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<ObjectNode> bodies = new ArrayList<>();
            while (rows.next()) {
                bodies.add((ObjectNode) JSON.readTree(rows.getString(1)));
            }
            return bodies;
        } catch (SQLException e) {
            throw failed(e);
        } catch (JsonProcessingException e) {
            throw new IOException("The store of documents is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private void update(String sql, @Nullable String... parameters) throws IOException {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }

    private static IOException failed(SQLException e) {
        return new IOException("The store of documents cannot be used: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
