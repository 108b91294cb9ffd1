package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan.Staged;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a stage holds, and answers where each value is found in it. */
final class StageBuilder {

    private final BindContext context;
    private final Table table;
    private final List<Output> outputs = new ArrayList<>();
    private final Map<Column, Integer> fresh = new HashMap<>();
    private final Map<Column, Bound> old = new HashMap<>();
    private final List<Scope.Relation> sources = new ArrayList<>();
    private final List<ChangePlan.Step> steps = new ArrayList<>();
    private final List<ChangePlan.Assigned> variables = new ArrayList<>();

    /** @param step the number of the step for each row; @param rowid its row in the table */
    StageBuilder(BindContext context, Table table, Bound step, Bound rowid) {
        this.context = context;
        this.table = table;
        outputs.add(new Output("step", step));
        outputs.add(new Output("row", rowid));
    }

    /** Answers the position, from 1. */
    int add(Bound value) {
        outputs.add(new Output("", value));
        return outputs.size();
    }

    /** The value a column gets, in the form of the table. */
    void fresh(Column column, Bound value) {
        fresh.put(column, add(value));
    }

    void old(Map<Column, Bound> values) {
        values.forEach((column, value) -> {
            if (column.computed() == null) {
                old.put(column, staged(add(value), value.type(), false));
            }
        });
    }

    /** Keeps what the tables of the FROM clause hold, for OUTPUT. */
    void sources(List<Scope.Relation> relations) {
        for (Scope.Relation relation : relations) {
            List<Scope.Field> fields = new ArrayList<>();
            for (Scope.Field field : relation.fields()) {
                fields.add(new Scope.Field(
                        field.name(), staged(add(field.value()), field.value().type(), false)));
            }
            sources.add(new Scope.Relation(relation.name(), relation.schema(), fields));
        }
    }

    void step(ChangePlan.Action action, int number, List<Column> columns) {
        steps.add(new ChangePlan.Step(
                action,
                number,
                columns.stream().map(Column::name).toList(),
                columns.stream().map(this::position).toList()));
    }

    private int position(Column column) {
        Integer position = fresh.get(column);
        if (position == null) {
            throw new IllegalStateException(column.name());
        }
        return position;
    }

    void variable(String name, Bound value) {
        variables.add(new ChangePlan.Assigned(name, staged(add(value), value.type(), false)));
    }

    static Bound staged(int position, SqlType type, boolean stored) {
        return new Bound.Column(Staged.RELATION, "c" + position, type, stored);
    }

    /** The columns of the table after the change: what is not changed is as before, what is deleted is nothing. */
    private Bound after(Column column) {
        List<String> gone = steps.stream()
                .filter(step -> step.action() == ChangePlan.Action.DELETE)
                .map(step -> String.valueOf(step.number()))
                .toList();
        Bound value = changed(column);
        return gone.isEmpty()
                ? value
                : Bound.Sql.of(
                        column.type(),
                        "CASE WHEN {0} IN (" + String.join(", ", gone) + ") THEN NULL ELSE {1} END",
                        staged(1, SqlType.INT, false),
                        value);
    }

    private Bound changed(Column column) {
        Integer position = fresh.get(column);
        if (position != null) {
            return staged(position, column.type(), true);
        }
        Bound before = old.get(column);
        return before == null ? new Bound.Constant(null, column.type()) : before;
    }

    private Bound before(Column column) {
        Bound before = old.get(column);
        return before == null ? new Bound.Constant(null, column.type()) : before;
    }

    /**
     * @param rows the plan whose body takes the outputs collected here
     * @param action what {@code $action} answers; null outside MERGE
     */
    Staged finish(RowsOf rows, List<Statement.Output> written, boolean once, @Nullable Bound action) {
        List<Output> returned = List.of();
        ChangePlan.Insert into = null;
        Scope scope = new Scope(context, null);
        scope.add(new Scope.Relation("inserted", null, SourceBinder.fields(context, table, this::after)));
        scope.add(new Scope.Relation("deleted", null, SourceBinder.fields(context, table, this::before)));
        if (action != null) {
            scope.add(new Scope.Relation(null, null, List.of(new Scope.Field("$action", action))));
        }
        sources.forEach(scope::add);
        String stage = "bobbin_stage_" + context.newRelation();
        Plan.Source scan = new Plan.Scan("temp.\"" + stage + "\"", Staged.RELATION);
        OutputBinder binder = new OutputBinder(context, scope);
        for (Statement.Output output : written) {
            List<Output> bound = binder.outputs(output.items());
            if (output.into() == null) {
                returned = bound;
            } else {
                into = binder.into(output.into(), output.intoColumns(), bound, scan);
            }
        }
        return new Staged(table, stage, rows.of(outputs), steps, once, returned, into, variables);
    }

    /** Makes the plan of the stage's rows from the outputs they have. */
    interface RowsOf {
        Plan of(List<Output> outputs);
    }
}
