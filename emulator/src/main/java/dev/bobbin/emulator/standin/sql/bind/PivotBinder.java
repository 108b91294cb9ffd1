package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Binds PIVOT and UNPIVOT. */
final class PivotBinder {

    private static final SqlType NAME = SqlType.nvarchar(128);

    private final BindContext context;
    private final Scope scope;

    PivotBinder(BindContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** PIVOT groups by every column it does not mention; each value becomes an aggregate over the rows that have it. */
    Plan.Source pivot(QueryExpression.Pivot pivot) {
        if (pivot.aggregate().arguments().size() != 1
                || !(pivot.aggregate().arguments().getFirst() instanceof Expression.Column measured)) {
            throw SqlErrors.notSupported("PIVOT (" + pivot.aggregate().name() + " of an expression)");
        }
        Scope own = scope.withoutTables();
        new SourceBinder(context, own).bind(pivot.source());
        List<QueryExpression.Item> items = new ArrayList<>();
        List<QueryExpression.Grouping> keys = new ArrayList<>();
        boolean found = false;
        for (Scope.Field field : own.star(null)) {
            if (context.same(field.name(), pivot.column())) {
                found = true;
            } else if (!context.same(field.name(), measured.name())) {
                Expression column = new Expression.Column(null, field.name());
                items.add(new QueryExpression.Value(column, null));
                keys.add(new QueryExpression.GroupKey(column));
            }
        }
        if (!found) {
            throw SqlErrors.invalidColumn(pivot.column());
        }
        for (String value : pivot.values()) {
            Expression matches = new Expression.Comparison(
                    "=",
                    new Expression.Column(null, pivot.column()),
                    new Expression.Literal(Expression.LiteralKind.STRING, value));
            Expression chosen = new Expression.Case(null, List.of(new Expression.When(matches, measured)), null);
            Expression.Call call =
                    new Expression.Call(pivot.aggregate().name(), List.of(chosen), false, false, List.of(), null);
            items.add(new QueryExpression.Value(call, value));
        }
        QueryExpression.Select select =
                new QueryExpression.Select(false, null, items, null, pivot.source(), null, keys, null);
        QueryExpression query = new QueryExpression(List.of(), select, List.of(), null, null, null, null);
        Plan plan = new QueryBinder(context, new Scope(context, scope.withoutTables())).bind(query);
        return SourceBinder.derived(context, scope, plan, List.of(), pivot.alias());
    }

    /** UNPIVOT makes a row of each column that is not null. */
    Plan.Source unpivot(QueryExpression.Unpivot unpivot) {
        Scope own = scope.withoutTables();
        Plan.Source source = new SourceBinder(context, own).bind(unpivot.source());
        List<Bound> values = new ArrayList<>();
        List<List<Bound>> rows = new ArrayList<>();
        for (String name : unpivot.columns()) {
            Bound value = own.resolve(new Expression.Column(null, name));
            if (!values.isEmpty() && !value.type().equals(values.getFirst().type())) {
                throw new SqlError(
                        8167,
                        "42000",
                        "The type of column \"" + name
                                + "\" conflicts with the type of other columns specified in the UNPIVOT list.");
            }
            values.add(value);
            rows.add(List.of(new Bound.Constant(name, NAME), value));
        }
        SqlType type = values.getFirst().type();
        Plan.Values table = new Plan.Values(
                List.of(
                        new Output("n", new Bound.Column("", "c1", NAME, false)),
                        new Output("v", new Bound.Column("", "c2", type, false))),
                rows);
        Plan.Source each = SourceBinder.lateral(context, own, Plan.of(table), List.of(), "");
        List<Scope.Field> made = own.relations().getLast().fields();
        List<Output> outputs = new ArrayList<>();
        for (Scope.Field field : own.star(null)) {
            boolean taken = unpivot.columns().stream().anyMatch(name -> context.same(name, field.name()))
                    || made.contains(field);
            if (!taken) {
                outputs.add(new Output(field.name(), field.value()));
            }
        }
        outputs.add(new Output(unpivot.value(), made.get(1).value()));
        outputs.add(new Output(unpivot.name(), made.get(0).value()));
        Bound present =
                Bound.Sql.of(SqlType.BOOLEAN, "{0} IS NOT NULL", made.get(1).value());
        Plan plan = Plan.of(new Plan.Select(
                false, outputs, new Plan.Join("CROSS JOIN", source, each, null), present, List.of(), null));
        return SourceBinder.derived(context, scope, plan, List.of(), unpivot.alias());
    }
}
