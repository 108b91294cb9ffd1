package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.emit.Emitted;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds expressions that stand outside a query: of variables, of IF and WHILE, of constraints. */
public final class Standalone {

    private Standalone() {}

    /** The expression a text of the catalog holds, such as a default. */
    public static Expression parsed(String text) {
        return SourceBinder.expression(text);
    }

    /** Whether the call is one of an aggregate or a ranking function, which only a query can evaluate. */
    public static boolean aggregates(Expression.Call call) {
        return AggregateBinder.handles(call.name().name().toUpperCase(Locale.ROOT), call);
    }

    /** A query of one row with the value of an expression. */
    public static Plan value(BindContext context, Expression expression, @Nullable SqlType type) {
        Bound bound = new ExpressionBinder(context, new Scope(context, null)).bind(expression);
        return row(type == null ? bound : Coercion.implicit(bound, type));
    }

    /** A query of one row: 1 when the condition holds, else 0. */
    public static Plan condition(BindContext context, Expression expression) {
        Bound bound = new ExpressionBinder(context, new Scope(context, null)).bind(expression);
        return row(Bound.Sql.of(SqlType.INT, "CASE WHEN {0} THEN 1 ELSE 0 END", bound));
    }

    private static Plan row(Bound value) {
        return Plan.of(new Plan.Select(false, List.of(new Output("", value)), null, null, List.of(), null));
    }

    /** The type of an expression over the columns of a table. */
    public static SqlType typeOver(BindContext context, Table table, Expression expression) {
        return new ExpressionBinder(context, over(context, table, "t"))
                .bind(expression)
                .type();
    }

    private static Scope over(BindContext context, Table table, String relation) {
        Scope scope = new Scope(context, null);
        scope.add(new Scope.Relation(table.name(), table.schema(), SourceBinder.fields(context, table, relation)));
        return scope;
    }

    private static Bound condition(BindContext context, Table table, String relation, String condition) {
        QueryExpression query = SourceBinder.parsed("SELECT 1 WHERE " + condition);
        Expression parsed = Objects.requireNonNull(((QueryExpression.Select) query.body()).where());
        BindContext standing = context.standing();
        return new ExpressionBinder(standing, over(standing, table, relation)).bind(parsed);
    }

    /** SQLite's condition that a row of the relation breaks the one given in T-SQL: it is false, not merely unknown. */
    public static Emitted violated(BindContext context, Table table, String relation, String condition) {
        return new Emitter()
                .text("NOT ")
                .expression(condition(context, table, relation, condition))
                .done();
    }

    /** Adds the condition given in T-SQL over the relation. */
    public static void holds(Emitter emitter, BindContext context, Table table, String relation, String condition) {
        emitter.text("(")
                .expression(condition(context, table, relation, condition))
                .text(")");
    }

    /** A query that finds a row of the table for which the condition is false. */
    public static Emitted violation(BindContext context, Table table, String condition) {
        String relation = context.newRelation();
        return new Emitter()
                .text("SELECT 1 FROM " + table.sqlName() + " AS " + relation + " WHERE ")
                .include(violated(context, table, relation, condition))
                .text(" LIMIT 1")
                .done();
    }
}
