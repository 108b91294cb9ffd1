package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.ChangeEmitter;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan.Action;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan.Staged;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.sqlite.Prepared;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Carries out bound changes, each wholly or not at all. */
final class Changes {

    private static final String SAVEPOINT = "bobbin_statement";

    private final SessionState state;
    private final Frame frame;
    private final Interpreter.RowSource rowSource;

    Changes(SessionState state, Frame frame, Interpreter.RowSource rowSource) {
        this.state = state;
        this.frame = frame;
        this.rowSource = rowSource;
    }

    /** What a change did: how many rows, and what OUTPUT shows of them. */
    private record Outcome(long count, @Nullable RowSet rows) {}

    /** @param word the statement as messages call it, such as INSERT */
    void run(PlanCache.Change change, String word) {
        ChangePlan plan = change.plan();
        frame.detachAll();
        try {
            state.beginChange();
            state.constraints().guard(plan.table());
            Outcome outcome = isOneStep(change) ? inOneStep(change, word) : inSteps(change, word);
            if (outcome.rows() == null) {
                frame.count(outcome.count());
            } else {
                state.setRowCount(outcome.count());
                frame.results().add(new SqlResult.Rows(outcome.rows()));
            }
        } catch (SQLException e) {
            throw state.link().explain(e);
        }
    }

    /** SQLite carries out a single statement wholly or not at all by itself. */
    private boolean isOneStep(PlanCache.Change change) {
        return change.emitted() != null
                && change.plan().returned().isEmpty()
                && !state.constraints().verifies();
    }

    private Outcome inOneStep(PlanCache.Change change, String word) throws SQLException {
        try {
            return carryOut(change);
        } catch (SQLException e) {
            throw explained(e, change.plan(), word);
        }
    }

    private Outcome inSteps(PlanCache.Change change, String word) throws SQLException {
        state.link().run("SAVEPOINT " + SAVEPOINT);
        try {
            Outcome outcome = carryOut(change);
            state.constraints().verify(change.plan().table(), word);
            state.link().run("RELEASE " + SAVEPOINT);
            return outcome;
        } catch (SQLException e) {
            SqlError error = explained(e, change.plan(), word);
            if (state.link().writing()) {
                undo();
            }
            throw error;
        } catch (SqlError e) {
            undo();
            throw e;
        }
    }

    private SqlError explained(SQLException failure, ChangePlan plan, String word) throws SQLException {
        if (state.link().lostTransaction(failure)) {
            state.transactions().lost();
            return state.link().explain(failure);
        }
        SqlError error = Violations.explain(failure, state, plan.table(), word);
        return new DuplicateKeys(state, frame).withValue(error, plan);
    }

    private void undo() throws SQLException {
        state.constraints().pause(false);
        state.link().run("ROLLBACK TO " + SAVEPOINT);
        state.link().run("RELEASE " + SAVEPOINT);
        state.constraints().forget();
    }

    private Outcome carryOut(PlanCache.Change change) throws SQLException {
        return change.plan() instanceof Staged staged
                ? staged(staged)
                : direct(Objects.requireNonNull(change.emitted()), change.plan().returned());
    }

    private Outcome direct(Emitted emitted, List<Output> returned) throws SQLException {
        if (!returned.isEmpty()) {
            RowSet rows = rows(emitted, returned);
            return new Outcome(rows.buffered(), rows);
        }
        try (Prepared statement = frame.prepare(emitted)) {
            return new Outcome(statement.executeUpdate(), null);
        }
    }

    private RowSet rows(Emitted emitted, List<Output> outputs) throws SQLException {
        RowSet rows = rowSource.open(emitted, Frame.columns(outputs), frame.prepare(emitted));
        rows.detach();
        rows.close();
        return rows;
    }

    private Outcome staged(Staged staged) throws SQLException {
        try (Prepared create = frame.prepare(ChangeEmitter.stage(staged))) {
            create.executeUpdate();
        }
        long count = number("SELECT COUNT(*) FROM " + staged.sqlName());
        if (staged.once()) {
            requireOnce(staged);
        }
        for (Action action : List.of(Action.DELETE, Action.UPDATE, Action.INSERT)) {
            for (ChangePlan.Step step : staged.steps()) {
                if (step.action() == action) {
                    carryOut(staged, step);
                }
            }
        }
        if (staged.into() != null) {
            state.constraints().guard(staged.into().table());
            try (Prepared into = frame.prepare(ChangeEmitter.insert(staged.into()))) {
                into.executeUpdate();
            }
        }
        assign(staged);
        RowSet rows = staged.returned().isEmpty()
                ? null
                : rows(Emitter.emit(ChangeEmitter.overStage(staged, staged.returned())), staged.returned());
        state.link().housekeep("DROP TABLE " + staged.sqlName());
        return new Outcome(count, rows);
    }

    private void carryOut(Staged staged, ChangePlan.Step step) throws SQLException {
        Table table = staged.table();
        List<String> keyColumns = step.action() == Action.UPDATE
                ? step.columns().stream()
                        .filter(column -> table.uniqueColumns().stream().anyMatch(key -> key.equalsIgnoreCase(column)))
                        .toList()
                : List.of();
        if (!keyColumns.isEmpty()) {
            state.constraints().pause(true);
            state.link().run(ChangeEmitter.vacate(staged, step, keyColumns));
            state.constraints().pause(false);
        }
        state.link().run(ChangeEmitter.step(staged, step));
    }

    private static SqlError twice() {
        return new SqlError(
                8672,
                "42000",
                "The MERGE statement attempted to UPDATE or DELETE the same row more than once. This happens when a target row matches more than one source row. A MERGE statement cannot UPDATE/DELETE the same row of the target table multiple times. Refine the ON clause to ensure a target row matches at most one source row, or use the GROUP BY clause to group the source rows.");
    }

    private void requireOnce(Staged staged) throws SQLException {
        boolean repeated = number("SELECT COUNT(*) FROM (SELECT 1 FROM " + staged.sqlName()
                        + " WHERE c2 IS NOT NULL GROUP BY c2 HAVING COUNT(*) > 1 LIMIT 1)")
                > 0;
        if (repeated) {
            throw twice();
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = state.link().connection().prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Variables take the values of the last row; without a row they keep theirs. */
    private void assign(Staged staged) throws SQLException {
        if (staged.variables().isEmpty()) {
            return;
        }
        List<Output> outputs = staged.variables().stream()
                .map(assigned -> new Output("", assigned.value()))
                .toList();
        Plan plan = ChangeEmitter.overStage(staged, outputs);
        try (Prepared statement = frame.prepare(Emitter.emit(plan));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                for (int i = 0; i < outputs.size(); i++) {
                    SqlType type = outputs.get(i).value().type();
                    Object value = Codec.value(Frame.widened(row.getObject(i + 1)), type);
                    frame.set(staged.variables().get(i).variable(), value);
                }
            }
        }
    }
}
