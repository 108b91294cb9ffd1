package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.emit.TextKeys;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Binds TOP, with TIES and PERCENT too. */
final class TopBinder {

    private final BindContext context;
    private final ExpressionBinder expressions;

    TopBinder(BindContext context, ExpressionBinder expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    Plan top(QueryExpression.Top top, List<Plan.CommonTable> with, Plan.Select body, List<Plan.Order> order) {
        Bound count = expressions.bind(top.count());
        if (!top.percent() && !top.withTies()) {
            return new Plan(with, body, order, RowCounts.top(count), null);
        }
        if (top.withTies() && order.isEmpty()) {
            throw new SqlError(
                    1062,
                    "42000",
                    "The TOP N WITH TIES clause is not allowed without a corresponding ORDER BY clause.",
                    15,
                    1);
        }
        return ranked(top, count, with, body, order);
    }

    /** How many of the rows TOP keeps where no order matters. */
    static Bound limit(QueryExpression.Top top, Plan rows, ExpressionBinder expressions) {
        Bound count = expressions.bind(top.count());
        if (!top.percent()) {
            return RowCounts.top(count);
        }
        Plan total = Plan.of(new Plan.Select(
                false,
                List.of(new Output("", new Bound.Sql("COUNT(*)", List.of(), SqlType.BIGINT, Bound.Role.AGGREGATE))),
                new Plan.Derived(rows, "n"),
                null,
                List.of(),
                null));
        return new Bound.Nested(
                "CAST(ceil(({q}) * {0} / 100.0) AS INTEGER)",
                List.of(Coercion.implicit(count, SqlType.FLOAT)), total, SqlType.BIGINT, List.of());
    }

    /** Numbers the rows of the query inside, and keeps those up to the count outside. */
    private Plan ranked(
            QueryExpression.Top top,
            Bound count,
            List<Plan.CommonTable> with,
            Plan.Select body,
            List<Plan.Order> order) {
        String inner = context.newRelation();
        int width = body.outputs().size();
        List<Output> numbered = new ArrayList<>(body.outputs());
        for (Plan.Order item : order) {
            numbered.add(new Output("", item.key() == null ? Coercion.number(0) : item.key()));
        }
        Plan.Select inside =
                new Plan.Select(body.distinct(), numbered, body.from(), body.where(), body.groupBy(), body.having());
        StringBuilder by = new StringBuilder();
        List<Bound> keys = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            Plan.Order item = order.get(i);
            Bound key = column(inner, width + i, numbered);
            by.append(i == 0 ? " ORDER BY " : ", ")
                    .append(TextKeys.sorted("{" + i + "}", item.collation()))
                    .append(item.descending() ? " DESC" : "");
            keys.add(key);
        }
        List<Output> visible = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            visible.add(new Output(numbered.get(i).name(), column(inner, i, numbered)));
        }
        String function = top.withTies() ? "RANK()" : "ROW_NUMBER()";
        List<Output> ranked = new ArrayList<>(visible);
        keys.forEach(key -> ranked.add(new Output("", key)));
        ranked.add(new Output(
                "",
                new Bound.Sql(
                        function + " OVER (" + by.toString().strip() + ")", keys, SqlType.BIGINT, Bound.Role.WINDOW)));
        ranked.add(new Output("", new Bound.Sql("COUNT(*) OVER ()", List.of(), SqlType.BIGINT, Bound.Role.WINDOW)));
        Plan.Select middle =
                new Plan.Select(false, ranked, new Plan.Derived(Plan.of(inside), inner), null, List.of(), null);
        return outer(top, count, with, middle, width, order);
    }

    private Plan outer(
            QueryExpression.Top top,
            Bound count,
            List<Plan.CommonTable> with,
            Plan.Select middle,
            int width,
            List<Plan.Order> order) {
        String relation = context.newRelation();
        List<Output> visible = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            visible.add(new Output(middle.outputs().get(i).name(), column(relation, i, middle.outputs())));
        }
        Bound rank = column(relation, width + order.size(), middle.outputs());
        Bound total = column(relation, width + order.size() + 1, middle.outputs());
        Bound kept = top.percent()
                ? Bound.Sql.of(
                        SqlType.BOOLEAN,
                        "{0} <= ceil({1} * {2} / 100.0)",
                        rank,
                        total,
                        Coercion.implicit(count, SqlType.FLOAT))
                : Bound.Sql.of(SqlType.BOOLEAN, "{0} <= {1}", rank, Coercion.implicit(count, SqlType.BIGINT));
        List<Plan.Order> outerOrder = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            outerOrder.add(new Plan.Order(
                    column(relation, width + i, middle.outputs()),
                    0,
                    order.get(i).collation(),
                    order.get(i).descending()));
        }
        Plan.Select body =
                new Plan.Select(false, visible, new Plan.Derived(Plan.of(middle), relation), kept, List.of(), null);
        return new Plan(with, body, outerOrder, null, null);
    }

    private static Bound column(String relation, int index, List<Output> outputs) {
        return new Bound.Column(
                relation, "c" + (index + 1), outputs.get(index).value().type(), false);
    }
}
