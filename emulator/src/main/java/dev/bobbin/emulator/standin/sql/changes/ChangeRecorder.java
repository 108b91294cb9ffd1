package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.sqlite.TransactionObserver;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps in the undo file what one connection of a run commits. */
public final class ChangeRecorder implements TransactionObserver {

    private static final Pattern LOSING_ROWS = Pattern.compile(
            "(?:DROP|ALTER)\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:main\\.)?(\"(?:[^\"]|\"\")*\"|\\w+)(?!\\s*\\.)",
            Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final Path database;
    private final String run;
    private final Map<String, WatchedTable> watched = new LinkedHashMap<>();
    private FileSchema schema = FileSchema.NOTHING;
    private @Nullable UndoFile undo;
    private @Nullable PreparedStatement touched;
    private boolean changedInside;
    private boolean stale;
    private int numbers;

    /**
     * @param connection to the database; the recorder follows its transactions
     * @param database the file, beside which the undo file lies
     * @param run the id under which changes are kept
     */
    public ChangeRecorder(Connection connection, Path database, String run) {
        this.connection = connection;
        this.database = database;
        this.run = run;
    }

    private UndoFile undo() {
        return java.util.Objects.requireNonNull(undo);
    }

    @Override
    public void opening() throws SQLException {
        if (undo == null) {
            undo = UndoFile.attach(connection, database);
            // REPLACE deletes rows, and only so do the triggers hear of it.
            undo.execute("PRAGMA recursive_triggers = ON");
            undo.execute("BEGIN IMMEDIATE");
            undo.prune();
            undo.execute("COMMIT");
        }
        if (stale) {
            forgetAll();
        }
        changedInside = false;
    }

    @Override
    public void begun() throws SQLException {
        if (schema.version() != FileSchema.version(connection)) {
            for (String table : InternalTables.ALL) {
                undo().execute(table);
            }
            follow(FileSchema.read(connection));
        }
    }

    /** After a rollback temporary tables and triggers may have gone or come back: all are made anew. */
    private void forgetAll() throws SQLException {
        closeTouched();
        List<String> leftovers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT type, name FROM sqlite_temp_master"
                        + " WHERE name LIKE 'bobbin\\_undo\\_%' ESCAPE '\\' AND type IN ('table', 'trigger')"
                        + " ORDER BY type DESC")) {
            while (row.next()) {
                leftovers.add("DROP " + row.getString(1) + " temp." + row.getString(2));
            }
        }
        for (String drop : leftovers) {
            undo().execute(drop);
        }
        watched.clear();
        schema = FileSchema.NOTHING;
        stale = false;
    }

    /** Watches the tables of a schema, and no others. */
    private void follow(FileSchema present) throws SQLException {
        closeTouched();
        changedInside = true;
        for (FileSchema.Entry gone : schema.without(present)) {
            unwatch(watched.get(FileSchema.key(gone.name())));
        }
        for (FileSchema.Entry entry : present.entries().values()) {
            if (entry.hasRows() && !isInterim(entry) && !watched.containsKey(FileSchema.key(entry.name()))) {
                WatchedTable table =
                        new WatchedTable(++numbers, entry.name(), FileSchema.columns(connection, entry.name()));
                for (String sql : table.watch()) {
                    undo().execute(sql);
                }
                watched.put(FileSchema.key(table.name()), table);
            }
        }
        schema = present;
    }

    private void unwatch(@Nullable WatchedTable table) throws SQLException {
        if (table != null) {
            closeTouched();
            changedInside = true;
            for (String sql : table.unwatch()) {
                undo().execute(sql);
            }
            watched.remove(FileSchema.key(table.name()));
        }
    }

    @Override
    public void defining(String sql) throws SQLException {
        if (undo == null) {
            return;
        }
        Matcher losing = LOSING_ROWS.matcher(sql);
        if (losing.lookingAt()) {
            String name = losing.group(1);
            String plain =
                    name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
            WatchedTable table = watched.get(FileSchema.key(plain));
            if (table != null) {
                flush(table);
                keepAll(table, true);
                unwatch(table);
            }
        }
    }

    @Override
    public void defined() throws SQLException {
        if (undo != null && schema.version() != FileSchema.version(connection)) {
            recordDefinitions();
        }
    }

    private void recordDefinitions() throws SQLException {
        FileSchema present = FileSchema.read(connection);
        List<FileSchema.Entry> gone = schema.without(present);
        List<FileSchema.Entry> come = present.without(schema);
        for (FileSchema.Entry entry : gone) {
            if (!entry.table()) {
                undo().add(run, Step.Kind.INDEX_DROPPED, entry.name(), null, entry.sql());
            }
        }
        for (FileSchema.Entry entry : gone) {
            if (entry.table() && !isInterim(entry)) {
                boolean lost = watched.containsKey(FileSchema.key(entry.name()));
                undo().add(run, lost ? Step.Kind.LOST : Step.Kind.TABLE_DROPPED, entry.name(), null, entry.sql());
            }
        }
        for (boolean tables : new boolean[] {true, false}) {
            for (FileSchema.Entry entry : come) {
                if (entry.table() == tables && !InternalTables.contains(entry.name())) {
                    if (tables && isAnew(entry, gone)) {
                        undo().add(run, Step.Kind.MADE_ANEW, entry.name(), null, null);
                    }
                    Step.Kind kind = tables ? Step.Kind.TABLE_CREATED : Step.Kind.INDEX_CREATED;
                    undo().add(run, kind, entry.name(), null, entry.sql());
                }
            }
        }
        follow(present);
        for (FileSchema.Entry entry : come) {
            WatchedTable table = entry.table() ? watched.get(FileSchema.key(entry.name())) : null;
            if (table != null) {
                keepAll(table, false);
            }
        }
    }

    /** It comes and goes within one T-SQL statement: what becomes of its rows is told with the table whose place it takes. */
    private static boolean isInterim(FileSchema.Entry entry) {
        return entry.name().equals(InternalTables.INTERIM);
    }

    /** Not so for a table that one statement alters, nor for one that is copied to have other columns: its rows are the same. */
    private boolean isAnew(FileSchema.Entry come, List<FileSchema.Entry> gone) throws SQLException {
        boolean altered = gone.stream().anyMatch(entry -> entry.key().equals(come.key()) || isInterim(entry));
        return !altered && undo().hasDropped(run, come.name());
    }

    /** Keeps all rows of a table that a definition is about to take away, or has just brought. */
    private void keepAll(WatchedTable table, boolean going) throws SQLException {
        if (undo().number("SELECT EXISTS (SELECT 1 FROM " + table.quoted() + ")") == 0) {
            return;
        }
        String store = undo().store(table);
        long step = undo().add(run, Step.Kind.ALL_ROWS, table.name(), store, null);
        undo().execute("INSERT INTO undo." + store + " (step, rid, existed, present, replaced, "
                + table.each(", ", i -> (going ? "b" : "a") + i) + ") SELECT " + step + ", " + table.rowid()
                + (going ? ", 1, 0, 1, " : ", 0, 1, 0, ") + table.each(", ", table::column) + " FROM "
                + table.quoted());
    }

    @Override
    public void committing() throws SQLException {
        if (schema.version() != FileSchema.version(connection)) {
            recordDefinitions();
        }
        for (WatchedTable table : touched()) {
            flush(table);
        }
    }

    /** The tables with rows in their logs. */
    private List<WatchedTable> touched() throws SQLException {
        List<WatchedTable> all = List.copyOf(watched.values());
        List<WatchedTable> found = new ArrayList<>();
        // SQLite takes 500 terms in one compound query.
        if (all.size() > 400) {
            for (WatchedTable table : all) {
                if (undo().number("SELECT EXISTS (SELECT 1 FROM temp." + table.log() + ")") == 1) {
                    found.add(table);
                }
            }
            return found;
        }
        try (ResultSet row = touchedQuery(all).executeQuery()) {
            while (row.next()) {
                found.add(all.get(row.getInt(1)));
            }
        }
        return found;
    }

    private PreparedStatement touchedQuery(List<WatchedTable> all) throws SQLException {
        PreparedStatement query = touched;
        if (query == null) {
            StringBuilder union = new StringBuilder("SELECT -1 WHERE 0");
            for (int i = 0; i < all.size(); i++) {
                union.append(" UNION ALL SELECT ")
                        .append(i)
                        .append(" WHERE EXISTS (SELECT 1 FROM temp.")
                        .append(all.get(i).log())
                        .append(')');
            }
            query = connection.prepareStatement(union.toString());
            touched = query;
        }
        return query;
    }

    private void closeTouched() throws SQLException {
        PreparedStatement query = touched;
        touched = null;
        if (query != null) {
            query.close();
        }
    }

    /** Moves the log of a table to the undo file, with the rows as they have become. */
    private void flush(WatchedTable table) throws SQLException {
        String log = "temp." + table.log();
        String row = "t." + table.rowid();
        String store = undo().store(table);
        long step = undo().add(run, Step.Kind.ROWS, table.name(), store, null);
        int kept;
        try (Statement statement = connection.createStatement()) {
            kept = statement.executeUpdate("INSERT INTO undo." + store + " SELECT " + step + ", l.rid, l.existed, "
                    + row
                    + " IS NOT NULL, coalesce(l.replaced, 0), " + table.each(", ", i -> "l.b" + i) + ", "
                    + table.each(", ", i -> "t." + table.column(i)) + " FROM " + log + " l LEFT JOIN " + table.quoted()
                    + " t ON " + row + " = l.rid WHERE CASE WHEN " + row
                    + " IS NULL THEN l.existed ELSE NOT (l.existed AND "
                    + table.same(i -> "l.b" + i, i -> "t." + table.column(i), "0") + ") END");
        }
        if (kept == 0) {
            undo().remove(step);
        }
        undo().execute("DELETE FROM " + log);
    }

    @Override
    public void rolledBack() {
        // Temporary tables and triggers made or dropped inside the transaction are as before it.
        stale |= changedInside;
    }
}
