package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.ChangePlan;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds UPDATE: in place where the new values come from the row itself, through a stage elsewhere. */
final class UpdateBinder {

    private final BindContext context;

    UpdateBinder(BindContext context) {
        this.context = context;
    }

    ChangePlan bind(Statement.Update update) {
        Scope scope = new Scope(context, null);
        List<Plan.CommonTable> with = ChangeBinder.with(context, scope, update.with());
        List<String> assigned = update.sets().stream()
                .map(Statement.SetClause::column)
                .filter(name -> name != null && !name.isEmpty())
                .map(name -> (String) name)
                .toList();
        ChangeTarget target = new TargetBinder(context, scope, update.with(), assigned)
                .bind(update.target().name(), update.from());
        ExpressionBinder expressions = new ExpressionBinder(context, scope);
        Map<Column, Bound> values = values(update, target, expressions);
        Bound where = expressions.bindOrNull(update.where());
        boolean inPlace = target.plain()
                && with.isEmpty()
                && update.top() == null
                && update.sets().stream().allMatch(set -> set.variable() == null)
                && !readsOld(update.outputs())
                && values.keySet().stream().noneMatch(column -> inKey(target.table(), column));
        if (inPlace) {
            List<ChangePlan.Assignment> assignments = new ArrayList<>();
            values.forEach((column, value) -> assignments.add(new ChangePlan.Assignment(column.name(), value)));
            return new ChangePlan.Update(
                    target.table(),
                    relation(target),
                    assignments,
                    where,
                    OutputBinder.returning(
                            context,
                            target.table(),
                            update.outputs().isEmpty() ? null : update.outputs().getFirst(),
                            "inserted"));
        }
        StageBuilder stage = new StageBuilder(context, target.table(), Coercion.number(1), target.rowid());
        values.forEach(stage::fresh);
        if (!update.outputs().isEmpty()) {
            stage.old(target.old());
            stage.sources(scope.relations());
        }
        variables(update, expressions, stage, values, target);
        if (!values.isEmpty()) {
            stage.step(ChangePlan.Action.UPDATE, 1, List.copyOf(values.keySet()));
        }
        return stage.finish(rows(target, with, where, update.top(), expressions), update.outputs(), false, null);
    }

    static String relation(ChangeTarget target) {
        return ((Bound.Column) target.rowid()).relation();
    }

    private static boolean readsOld(List<Statement.Output> outputs) {
        return outputs.size() > 1
                || outputs.stream()
                        .anyMatch(output -> output.into() != null
                                || output.items()
                                        .toString()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .contains("deleted"));
    }

    private static boolean inKey(Table table, Column column) {
        return table.uniqueColumns().stream().anyMatch(name -> name.equalsIgnoreCase(column.name()));
    }

    /** The new value of each column, in the form of the table. */
    private Map<Column, Bound> values(Statement.Update update, ChangeTarget target, ExpressionBinder expressions) {
        RowBinder rows = new RowBinder(context, target.table(), false);
        Map<Column, Bound> values = new LinkedHashMap<>();
        for (Statement.SetClause set : update.sets()) {
            if (set.column() == null) {
                continue;
            }
            Column column = updatable(target.column(set.column(), context));
            if (values.containsKey(column)) {
                throw RowBinder.twice(set.column());
            }
            Bound value = value(set, column, target.old(), expressions);
            values.put(column, value == null ? rows.fallback(column) : rows.stored(value, column));
        }
        return values;
    }

    static Column updatable(Column column) {
        if (column.computed() != null) {
            throw ChangeTarget.computed(column.name());
        }
        if (column.identitySeed() != null) {
            throw new SqlError(8102, "42000", "Cannot update identity column '" + column.name() + "'.");
        }
        return column;
    }

    /** Null stands for the word DEFAULT. */
    static @Nullable Bound value(
            Statement.SetClause set, Column column, Map<Column, Bound> old, ExpressionBinder expressions) {
        if (set.value() instanceof Expression.Default) {
            return null;
        }
        Bound value = expressions.bind(set.value());
        return set.operator().equals("=")
                ? value
                : expressions.binary(set.operator().substring(0, 1), Objects.requireNonNull(old.get(column)), value);
    }

    /** {@code SET @v = column = value} gives the variable what the column gets. */
    private void variables(
            Statement.Update update,
            ExpressionBinder expressions,
            StageBuilder stage,
            Map<Column, Bound> values,
            ChangeTarget target) {
        for (Statement.SetClause set : update.sets()) {
            if (set.variable() == null) {
                continue;
            }
            String mention = "name=" + set.variable() + "]";
            if (update.sets().stream()
                    .anyMatch(each -> each.value()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .contains(mention.toLowerCase(java.util.Locale.ROOT)))) {
                throw SqlErrors.notSupported("UPDATE … SET " + set.variable() + " from its own value, row by row");
            }
            SqlType type = context.variable(set.variable());
            Bound value = expressions.bind(set.value());
            if (set.column() != null) {
                value = Coercion.implicit(
                        value, target.column(set.column(), context).type());
            }
            stage.variable(set.variable(), Coercion.implicit(value, type));
        }
    }

    /** The rows that are changed: each once, and at most as many as TOP says. */
    static StageBuilder.RowsOf rows(
            ChangeTarget target,
            List<Plan.CommonTable> with,
            @Nullable Bound where,
            QueryExpression.@Nullable Top top,
            ExpressionBinder expressions) {
        return outputs -> {
            boolean joined = target.source() instanceof Plan.Join;
            Bound found = Bound.Sql.of(SqlType.BOOLEAN, "{0} IS NOT NULL", target.rowid());
            Bound condition = !joined
                    ? where
                    : where == null ? found : Bound.Sql.of(SqlType.BOOLEAN, "({0} AND {1})", found, where);
            Plan rows = new Plan(
                    with,
                    new Plan.Select(
                            false,
                            outputs,
                            target.source(),
                            condition,
                            joined ? List.of(target.rowid()) : List.of(),
                            null),
                    List.of(),
                    null,
                    null);
            return top == null ? rows : rows.limitedTo(TopBinder.limit(top, rows, expressions));
        };
    }
}
