package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.standin.sql.catalog.InternalTables;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts back what a run changed, step by step from the last to the first, inside one transaction. */
final class RunUndo {

    private static final String BEFORE_IT = " Undo what came later first, or restore a snapshot.";

    private final Connection connection;
    private final UndoFile undo;

    /** @param connection does not enforce foreign keys: they are checked at the end */
    RunUndo(Connection connection, UndoFile undo) {
        this.connection = connection;
        this.undo = undo;
    }

    /** @throws UndoConflict when something of it has been changed since; the transaction must be rolled back then */
    void undo(String run) throws SQLException, UndoConflict {
        long dangling = dangling();
        List<Step> steps = undo.steps(run);
        Set<String> tables = new LinkedHashSet<>();
        for (Step step : steps) {
            tables.add(step.object());
            undo(step);
        }
        if (dangling() > dangling) {
            throw new UndoConflict(
                    "Rows that were added later refer to rows of this run (" + shown(tables) + ")." + BEFORE_IT);
        }
        undo.forget(run);
        // Other connections read their catalog again when this number changes.
        undo.execute("PRAGMA main.user_version = " + (undo.number("PRAGMA main.user_version") + 1));
    }

    private static String shown(Set<String> tables) {
        return String.join(
                ", ",
                tables.stream().filter(name -> !InternalTables.contains(name)).toList());
    }

    private void undo(Step step) throws SQLException, UndoConflict {
        switch (step.kind()) {
            case ROWS, ALL_ROWS -> rows(step);
            case TABLE_CREATED -> dropTable(step);
            case TABLE_DROPPED -> {
                requireAbsent(step);
                undo.execute(java.util.Objects.requireNonNull(step.sql()));
            }
            case INDEX_CREATED -> undo.execute("DROP INDEX IF EXISTS main." + Emitter.quote(step.object()));
            case INDEX_DROPPED -> {
                requireAbsent(step);
                index(step);
            }
            case MADE_ANEW -> {}
            case LOST ->
                throw new UndoConflict("The table " + step.object()
                        + " was replaced in a way that Bobbin could not follow, so its rows were not kept.");
        }
    }

    private void index(Step step) throws SQLException, UndoConflict {
        try {
            undo.execute(java.util.Objects.requireNonNull(step.sql()));
        } catch (SQLException e) {
            throw new UndoConflict("The index " + step.object()
                    + " cannot be made again: rows that were added later do not fit it." + BEFORE_IT);
        }
    }

    private void dropTable(Step step) throws SQLException, UndoConflict {
        if (!exists(step.object())) {
            throw new UndoConflict(
                    "The table " + step.object() + ", which this run made, has been dropped since." + BEFORE_IT);
        }
        String table = "main." + Emitter.quote(step.object());
        if (undo.number("SELECT EXISTS (SELECT 1 FROM " + table + ")") == 1) {
            throw new UndoConflict(
                    "The table " + step.object() + ", which this run made, has rows of later runs." + BEFORE_IT);
        }
        undo.execute("DROP TABLE " + table);
    }

    private void requireAbsent(Step step) throws SQLException, UndoConflict {
        if (exists(step.object())) {
            throw new UndoConflict("There is a new " + step.object()
                    + ", so the one that this run dropped cannot come back." + BEFORE_IT);
        }
    }

    private boolean exists(String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM main.sqlite_master WHERE lower(name) = lower(?) AND type IN ('table', 'index')")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private void rows(Step step) throws SQLException, UndoConflict {
        boolean internal = InternalTables.contains(step.object());
        if (!exists(step.object())
                || !FileSchema.columns(connection, step.object()).equals(step.columns())) {
            throw new UndoConflict("The table " + step.object() + " has been dropped or altered since." + BEFORE_IT);
        }
        if (step.object().equals("bobbin_identity") || step.object().equals("bobbin_sequence")) {
            counters(step);
            return;
        }
        WatchedTable table = step.table();
        String kept = " FROM " + step.rows() + " s WHERE s.step = " + step.id();
        long changed = undo.number("SELECT count(*)" + kept + " AND s.present AND NOT EXISTS (SELECT 1 FROM "
                + table.quoted() + " t WHERE t." + table.rowid() + " = s.rid AND "
                + table.same(i -> "t." + table.column(i), i -> "s.a" + i, "1") + ")");
        if (changed > 0) {
            throw new UndoConflict(
                    internal
                            ? "Tables, views or procedures that this run defined have been changed since." + BEFORE_IT
                            : (changed == 1 ? "A row" : changed + " rows") + " of " + step.object()
                                    + " that this run wrote "
                                    + (changed == 1 ? "has" : "have") + " been changed or deleted since." + BEFORE_IT);
        }
        undo.execute("DELETE FROM " + table.quoted() + " WHERE " + table.rowid() + " IN (SELECT s.rid" + kept
                + " AND s.present)");
        bringBack(table, kept);
    }

    /** Rows come back under their old number; when a later row has taken it, under a new one. */
    private void bringBack(WatchedTable table, String kept) throws SQLException, UndoConflict {
        String columns = table.each(", ", table::column);
        String values = table.each(", ", i -> "s.b" + i);
        String taken = "EXISTS (SELECT 1 FROM " + table.quoted() + " t WHERE t." + table.rowid() + " = s.rid)";
        try {
            undo.execute(
                    "CREATE TEMP TABLE bobbin_taken AS SELECT s.rid AS rid" + kept + " AND s.existed AND " + taken);
            undo.execute("INSERT INTO " + table.quoted() + " (" + table.rowid() + ", " + columns + ") SELECT s.rid, "
                    + values + kept + " AND s.existed AND s.rid NOT IN (SELECT rid FROM temp.bobbin_taken)");
            undo.execute("INSERT INTO " + table.quoted() + " (" + columns + ") SELECT " + values + kept
                    + " AND s.existed AND s.rid IN (SELECT rid FROM temp.bobbin_taken)");
            undo.execute("DROP TABLE temp.bobbin_taken");
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("constraint failed")) {
                throw new UndoConflict("Rows of " + table.name()
                        + " that this run changed or deleted cannot come back: later rows have taken their keys."
                        + BEFORE_IT);
            }
            throw e;
        }
    }

    /** A counter that later runs have moved on stays: giving a number out twice would be worse than a gap. */
    private void counters(Step step) throws SQLException {
        WatchedTable table = step.table();
        String kept = " FROM " + step.rows() + " s WHERE s.step = " + step.id();
        String untouched = " AND s.present AND EXISTS (SELECT 1 FROM " + table.quoted()
                + " t WHERE t.rowid = s.rid AND " + table.same(i -> "t." + table.column(i), i -> "s.a" + i, "1") + ")";
        undo.execute("CREATE TEMP TABLE bobbin_taken AS SELECT s.rid AS rid" + kept + untouched);
        undo.execute("DELETE FROM " + table.quoted() + " WHERE rowid IN (SELECT rid FROM temp.bobbin_taken)");
        undo.execute("INSERT OR IGNORE INTO " + table.quoted() + " (rowid, " + table.each(", ", table::column)
                + ") SELECT s.rid, " + table.each(", ", i -> "s.b" + i) + kept + " AND s.existed");
        undo.execute("DROP TABLE temp.bobbin_taken");
    }

    /** How many rows refer to rows that are not there. */
    private long dangling() throws SQLException {
        return undo.number("SELECT count(*) FROM pragma_foreign_key_check");
    }
}
