package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.documents.query.SqlFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SQLite file of an account. Not safe for use by several threads; several processes may open one file. */
final class DocumentFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFile.class);

    /** Stands for a run whose changes nobody will ask for. */
    static final String NO_RUN = "";

    private static final int KEPT_RUNS = 100;
    private final DocumentStatements statements;

    private DocumentFile(Connection connection) {
        this.statements = new DocumentStatements(connection);
    }

    /** @throws IOException when the file cannot be opened or made; the message is in plain words */
    static DocumentFile open(Path file) throws IOException {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            try {
                DocumentTables.prepare(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new DocumentFile(connection);
        } catch (SQLException e) {
            throw PlainException.of("documents.unusable", file, PlainException.wordsOf(e))
                    .because(e);
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
    interface Work<T, E extends Exception> {
        T run() throws E, IOException;
    }

    <T, E extends Exception> T atomically(Work<T, E> work) throws E, IOException {
        statements.update("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            T result = work.run();
            statements.update("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** SQLite has rolled back by itself already when the disk is full. */
    private void rollBack() {
        try {
            statements.update("ROLLBACK");
        } catch (IOException e) {
            LOG.debug("There is nothing to roll back", e);
        }
    }

    Optional<ObjectNode> database(String id) throws IOException {
        return statements.bodies("SELECT body FROM databases WHERE id = ?", id).stream()
                .findFirst();
    }

    List<ObjectNode> databases() throws IOException {
        return statements.bodies("SELECT body FROM databases ORDER BY id");
    }

    void putDatabase(String id, ObjectNode body) throws IOException {
        statements.update("INSERT OR REPLACE INTO databases VALUES (?, ?)", id, body.toString());
    }

    void deleteDatabase(String id) throws IOException {
        statements.update("DELETE FROM databases WHERE id = ?", id);
        statements.update("DELETE FROM containers WHERE database = ?", id);
        statements.update("DELETE FROM documents WHERE database = ?", id);
        UniqueKeyIndexes.adapt(statements);
    }

    Optional<ObjectNode> container(String database, String id) throws IOException {
        return statements.bodies("SELECT body FROM containers WHERE database = ? AND id = ?", database, id).stream()
                .findFirst();
    }

    List<ObjectNode> containers(String database) throws IOException {
        return statements.bodies("SELECT body FROM containers WHERE database = ? ORDER BY id", database);
    }

    void putContainer(String database, String id, ObjectNode body) throws IOException {
        statements.update("INSERT OR REPLACE INTO containers VALUES (?, ?, ?)", database, id, body.toString());
        UniqueKeyIndexes.adapt(statements);
    }

    void deleteContainer(String database, String id) throws IOException {
        statements.update("DELETE FROM containers WHERE database = ? AND id = ?", database, id);
        statements.update("DELETE FROM documents WHERE database = ? AND container = ?", database, id);
        UniqueKeyIndexes.adapt(statements);
    }

    Optional<ObjectNode> document(String database, String container, String key, String id) throws IOException {
        return statements
                .bodies(
                        "SELECT body FROM documents WHERE database = ? AND container = ? AND key = ? AND id = ?",
                        database,
                        container,
                        key,
                        id)
                .stream()
                .findFirst();
    }

    boolean isEmpty(String database, String container) throws IOException {
        return statements
                .bodies("SELECT body FROM documents WHERE database = ? AND container = ? LIMIT 1", database, container)
                .isEmpty();
    }

    /** All documents of a container, the oldest first. They are read as they are asked for. */
    Stream<ObjectNode> documents(String database, String container) {
        return documents(new DocumentScan.Range(database, container, SqlFilter.ALL, Optional.empty()));
    }

    /** The documents of a range, the oldest first. They are read as they are asked for; what is made meanwhile is not seen. */
    Stream<ObjectNode> documents(DocumentScan.Range range) {
        return new DocumentScan(statements, range).stream();
    }

    /** Documents in the order of their last change. @param limit how many at most */
    List<ChangeFeed.Changed> changed(String database, String container, SqlFilter filter, int limit)
            throws IOException {
        List<Object> parameters = new ArrayList<>(List.of(database, container));
        parameters.addAll(filter.values());
        return statements.rows(
                "SELECT changed, body FROM documents WHERE database = ? AND container = ? AND " + filter.sql()
                        + " ORDER BY changed, number LIMIT " + limit,
                parameters,
                row -> new ChangeFeed.Changed(row.getLong(1), DocumentStatements.body(row.getString(2))));
    }

    /** The number of the latest change; 0 before the first. */
    long latestChange() throws IOException {
        return statements
                .rows("SELECT number FROM latest_change", List.of(), row -> row.getLong(1))
                .getFirst();
    }

    /** Makes a document, or gives the one of its key and id a new body, which leaves it in its place. */
    void putDocument(String database, String container, StoredDocument document) throws IOException {
        statements.update("UPDATE latest_change SET number = number + 1");
        statements.update(
                "INSERT INTO documents (number, database, container, key, id, body, changed)"
                        + " SELECT number, ?, ?, ?, ?, ?, number FROM latest_change WHERE true"
                        + " ON CONFLICT (database, container, key, id)"
                        + " DO UPDATE SET body = excluded.body, changed = excluded.changed",
                database,
                container,
                document.key(),
                document.id(),
                document.body().toString());
    }

    /**
     * Removes documents whose life has ended, but for those that recorded changes tell of: undoing a run compares with them.
     *
     * @param living lets through the others
     */
    void deleteExpired(String database, String container, SqlFilter living) throws IOException {
        List<Object> parameters = new ArrayList<>(List.of(database, container));
        parameters.addAll(living.values());
        parameters.addAll(List.of(database, container));
        statements.change(
                "DELETE FROM documents WHERE database = ? AND container = ? AND NOT " + living.sql()
                        + " AND id NOT IN (SELECT id FROM changes WHERE database = ? AND container = ?)",
                parameters);
    }

    void deleteDocument(String database, String container, String key, String id) throws IOException {
        statements.update(
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
        if (run.equals(NO_RUN)) {
            return;
        }
        statements.update(
                "INSERT INTO changes (run, database, container, key, id, before)"
                        + " SELECT ?, database, container, key, id, body FROM documents"
                        + " WHERE database = ? AND container = ? ORDER BY number",
                run,
                database,
                container);
    }

    void record(String run, Entry entry) throws IOException {
        if (run.equals(NO_RUN)) {
            return;
        }
        statements.update(
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

    private List<Entry> entries(String sql, String... parameters) throws IOException {
        return statements.rows(
                sql,
                List.of(parameters),
                row -> new Entry(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    /** Copies all of it into a file that is not there yet. */
    void copyTo(Path copy) throws IOException {
        statements.update("VACUUM INTO ?", copy.toString());
    }

    /** Makes databases, containers and documents those of another file; forgets the changes of all runs. */
    void bringBack(Path copy) throws IOException {
        attached(
                copy,
                () -> atomically(() -> {
                    for (String table : List.of("databases", "containers", "documents")) {
                        statements.update("DELETE FROM main." + table);
                        statements.update("INSERT INTO main." + table + " SELECT * FROM other." + table);
                    }
                    statements.update("UPDATE latest_change SET number = (SELECT max(latest_change.number,"
                            + " coalesce(max(changed), 0), coalesce(max(documents.number), 0)) FROM documents)");
                    statements.update("DELETE FROM changes");
                    UniqueKeyIndexes.adapt(statements);
                    return List.of();
                }));
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
        open(copy).close(); // brings a copy of an earlier version up to date
        statements.update("ATTACH ? AS other", copy.toString());
        try {
            return work.read();
        } finally {
            statements.update("DETACH other");
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    void forgetChanges(String run) throws IOException {
        statements.update("DELETE FROM changes WHERE run = ?", run);
    }

    /** Forgets the changes of all but the latest runs. */
    void forgetOldChanges() throws IOException {
        statements.update(
                "DELETE FROM changes WHERE run NOT IN (SELECT run FROM changes GROUP BY run ORDER BY MAX(number) DESC"
                        + " LIMIT " + KEPT_RUNS + ")");
    }

    @Override
    public void close() {
        statements.close();
    }
}
