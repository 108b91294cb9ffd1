package dev.bobbin.emulator.standin.sql.emit;

import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan.Staged;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes changes as SQLite's statements. */
public final class ChangeEmitter {

    private ChangeEmitter() {}

    /** A change that is one statement; null for one in several steps. */
    public static @Nullable Emitted direct(ChangePlan plan) {
        return switch (plan) {
            case ChangePlan.Insert insert -> insert(insert);
            case ChangePlan.Update update -> update(update);
            case ChangePlan.Delete delete -> delete(delete);
            case Staged ignored -> null;
        };
    }

    public static Emitted insert(ChangePlan.Insert insert) {
        Emitter emitter =
                new Emitter().text("INSERT INTO " + insert.table().sqlName() + " (" + names(insert.columns()) + ") ");
        if (insert.query() != null) {
            emitter.query(insert.query());
        } else {
            String separator = "VALUES (";
            for (List<Bound> row : insert.values()) {
                emitter.text(separator).list(row).text(")");
                separator = ", (";
            }
        }
        return returning(emitter, insert.returned());
    }

    private static Emitted update(ChangePlan.Update update) {
        Emitter emitter = new Emitter().text("UPDATE " + update.table().sqlName() + " AS " + update.relation());
        String separator = " SET ";
        for (ChangePlan.Assignment assignment : update.assignments()) {
            emitter.text(separator + Emitter.quote(assignment.column()) + " = ").expression(assignment.value());
            separator = ", ";
        }
        if (update.where() != null) {
            emitter.text(" WHERE ").expression(update.where());
        }
        return returning(emitter, update.returned());
    }

    private static Emitted delete(ChangePlan.Delete delete) {
        Emitter emitter = new Emitter().text("DELETE FROM " + delete.table().sqlName() + " AS " + delete.relation());
        if (delete.where() != null) {
            emitter.text(" WHERE ").expression(delete.where());
        }
        return returning(emitter, delete.returned());
    }

    private static Emitted returning(Emitter emitter, List<Output> returned) {
        if (!returned.isEmpty()) {
            emitter.text(" RETURNING ")
                    .list(returned.stream().map(Output::value).toList());
        }
        return emitter.done();
    }

    /** Computes the rows of the stage. */
    public static Emitted stage(Staged staged) {
        return new Emitter()
                .text("CREATE TEMP TABLE " + Emitter.quote(staged.stage()) + " AS ")
                .query(staged.rows())
                .done();
    }

    /** Carries out one step for all of its rows. */
    public static String step(Staged staged, ChangePlan.Step step) {
        String rows = " FROM " + staged.sqlName() + " AS " + Staged.RELATION;
        String mine = Staged.RELATION + ".c1 = " + step.number();
        String table = staged.table().sqlName();
        return switch (step.action()) {
            case DELETE ->
                "DELETE FROM " + table + " WHERE rowid IN (SELECT " + Staged.RELATION + ".c2" + rows + " WHERE " + mine
                        + ")";
            case INSERT ->
                "INSERT INTO " + table + " (" + names(step.columns()) + ") SELECT " + values(step) + rows + " WHERE "
                        + mine + " ORDER BY " + Staged.RELATION + ".rowid";
            case UPDATE -> {
                StringBuilder sets = new StringBuilder();
                for (int i = 0; i < step.columns().size(); i++) {
                    sets.append(i == 0 ? " SET " : ", ")
                            .append(Emitter.quote(step.columns().get(i)))
                            .append(" = ")
                            .append(value(step, i));
                }
                yield "UPDATE " + table + " AS u" + sets + rows + " WHERE u.rowid = " + Staged.RELATION + ".c2 AND "
                        + mine;
            }
        };
    }

    /**
     * Takes the columns of a unique key out of the way before they get their new values: SQLite compares row by row, SQL Server
     * once all are changed.
     */
    public static String vacate(Staged staged, ChangePlan.Step step, List<String> columns) {
        String sets = String.join(
                ", ",
                columns.stream()
                        .map(column -> Emitter.quote(column) + " = randomblob(16)")
                        .toList());
        return "UPDATE " + staged.table().sqlName() + " SET " + sets + " WHERE rowid IN (SELECT c2 FROM "
                + staged.sqlName() + " WHERE c1 = " + step.number() + ")";
    }

    private static String values(ChangePlan.Step step) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < step.columns().size(); i++) {
            values.append(i == 0 ? "" : ", ").append(value(step, i));
        }
        return values.toString();
    }

    private static String value(ChangePlan.Step step, int index) {
        return Staged.RELATION + ".c" + step.positions().get(index);
    }

    /** A query over the stage. */
    public static Plan overStage(Staged staged, List<Output> outputs) {
        return new Plan(
                List.of(),
                new Plan.Select(
                        false, outputs, new Plan.Scan(staged.sqlName(), Staged.RELATION), null, List.of(), null),
                List.of(new Plan.Order(
                        new Bound.Column(
                                Staged.RELATION, "rowid", dev.bobbin.emulator.standin.sql.types.SqlType.BIGINT, false),
                        0,
                        "",
                        false)),
                null,
                null);
    }

    private static String names(List<String> columns) {
        return String.join(", ", columns.stream().map(Emitter::quote).toList());
    }
}
