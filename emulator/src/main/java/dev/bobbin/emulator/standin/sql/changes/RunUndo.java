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
            throw UndoConflict.of("undo.refer", shown(tables));
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
            case LOST -> throw UndoConflict.of("undo.lost", step.object());
        }
    }

    private void index(Step step) throws SQLException, UndoConflict {
        try {
            undo.execute(java.util.Objects.requireNonNull(step.sql()));
        } catch (SQLException e) {
            throw UndoConflict.of("undo.index", step.object());
        }
    }

    private void dropTable(Step step) throws SQLException, UndoConflict {
        if (!exists(step.object())) {
            throw UndoConflict.of("undo.made-dropped", step.object());
        }
        String table = "main." + Emitter.quote(step.object());
        if (undo.number("SELECT EXISTS (SELECT 1 FROM " + table + ")") == 1) {
            throw UndoConflict.of("undo.made-filled", step.object());
        }
        undo.execute("DROP TABLE " + table);
    }

    private void requireAbsent(Step step) throws SQLException, UndoConflict {
        if (exists(step.object())) {
            throw UndoConflict.of("undo.new-one", step.object());
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
            throw UndoConflict.of("undo.altered", step.object());
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
        if (changed > 0 && internal) {
            throw UndoConflict.of("undo.definitions");
        }
        if (changed > 0) {
            throw changed == 1
                    ? UndoConflict.of("undo.row", step.object())
                    : UndoConflict.of("undo.rows", changed, step.object());
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
                throw UndoConflict.of("undo.keys", table.name());
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
