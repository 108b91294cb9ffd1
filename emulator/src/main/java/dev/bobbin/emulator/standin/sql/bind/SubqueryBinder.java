package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.util.List;

/** Binds queries that stand inside expressions. */
final class SubqueryBinder {

    private final BindContext context;
    private final Scope scope;
    private final ExpressionBinder expressions;

    SubqueryBinder(BindContext context, Scope scope, ExpressionBinder expressions) {
        this.context = context;
        this.scope = scope;
        this.expressions = expressions;
    }

    Bound inQuery(Expression.InQuery in) {
        Bound value = expressions.bind(in.value());
        Scope inner = new Scope(context, scope);
        Plan plan = oneColumn(new QueryBinder(context, inner).bindInner(in.query()));
        SqlType type =
                TypeRules.common(value.type(), plan.outputs().getFirst().value().type());
        Plan coerced = Outputs.withTypes(plan, List.of(type), context);
        String collation = value instanceof Bound.Collated ? context.collation(value) : context.equality(type);
        String template = "({0}" + collation + " IN ({q}))";
        return new Bound.Nested(
                template, List.of(Coercion.implicit(value, type)), coerced, SqlType.BOOLEAN, escaped(inner));
    }

    Bound quantified(Expression.Quantified quantified) {
        Bound value = expressions.bind(quantified.left());
        Scope inner = new Scope(context, scope);
        Plan plan = oneColumn(new QueryBinder(context, inner).bindInner(quantified.query()));
        return some(quantified.operator(), value, plan, inner, quantified.all());
    }

    /** True, false, or unknown when no row decides and some row leaves it open. */
    private Bound some(String operator, Bound value, Plan plan, Scope inner, boolean all) {
        Bound column =
                new Bound.Column("q", "c1", plan.outputs().getFirst().value().type(), false);
        String decides = all ? "MIN(holds) = 0 THEN 0" : "MAX(holds) = 1 THEN 1";
        String template = "(SELECT CASE WHEN " + decides + " WHEN COUNT(holds) < COUNT(*) THEN NULL ELSE "
                + (all ? "1" : "0") + " END FROM (SELECT {0} AS holds FROM ({q}) AS q))";
        Bound comparison = expressions.compare(operator, value, column);
        return new Bound.Nested(template, List.of(comparison), plan, SqlType.BOOLEAN, escaped(inner));
    }

    private static Plan oneColumn(Plan plan) {
        if (plan.outputs().size() != 1) {
            throw new SqlError(
                    116,
                    "42000",
                    "Only one expression can be specified in the select list when the subquery is not introduced with EXISTS.");
        }
        return plan;
    }

    Bound scalar(QueryExpression query) {
        Scope inner = new Scope(context, scope);
        Plan plan = oneColumn(new QueryBinder(context, inner).bindInner(query));
        SqlType type = plan.outputs().getFirst().value().type();
        List<Bound> outer = escaped(inner);
        if (singleRow(plan)) {
            return new Bound.Nested("({q})", List.of(), plan, type, outer);
        }
        Bound check = Coercion.call(
                "$one_row", type, new Bound.Column("q", "c1", type, false), Bound.Sql.of(SqlType.INT, "COUNT(*)"));
        return new Bound.Nested(
                "(SELECT {0} FROM ({q} LIMIT 2) AS q)".replace("{q} LIMIT 2", limited(plan)),
                List.of(check),
                plan,
                type,
                outer);
    }

    private static String limited(Plan plan) {
        return plan.limit() == null ? "{q} LIMIT 2" : "{q}";
    }

    private static boolean singleRow(Plan plan) {
        boolean one =
                plan.limit() instanceof Bound.Constant limit && Long.valueOf(1).equals(limit.value());
        return one
                || plan.body() instanceof Plan.Select select
                        && (select.from() == null
                                || select.groupBy().isEmpty()
                                        && select.having() == null
                                        && select.outputs().stream()
                                                .anyMatch(output -> Grouping.aggregates(output.value())));
    }

    Bound nested(String template, List<Bound> arguments, QueryExpression query, SqlType type) {
        Scope inner = new Scope(context, scope);
        Plan plan = new QueryBinder(context, inner).bind(query);
        return new Bound.Nested(template, arguments, plan, type, escaped(inner));
    }

    private static List<Bound> escaped(Scope inner) {
        return List.copyOf(inner.outerReads());
    }
}
