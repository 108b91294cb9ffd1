package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.bind.Standalone;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.Rewriting;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions over variables that change with every row, as in {@code SELECT @s = @s + name FROM …}. What comes from the row is
 * asked of the query, part by part; what is left is evaluated in the batch, with the variables as they are by then.
 */
final class RowByRow {

    private final Set<String> running;
    private final List<Expression> parts = new ArrayList<>();

    /** @param running the variables that change, in lower case */
    RowByRow(Set<String> running) {
        this.running = running;
    }

    /** What the query is asked for, in the order of {@link #take}. */
    List<Expression> parts() {
        return parts;
    }

    /** The expression with variables in the place of what comes from the row. */
    Expression split(Expression expression) {
        if (expression instanceof Expression.Variable || expression instanceof Expression.Literal) {
            return expression;
        }
        if (condition(expression)) {
            return query(expression) ? known(expression) : Rewriting.operands(expression, this::split);
        }
        boolean whole = query(expression)
                || expression instanceof Expression.Call call && (call.over() != null || Standalone.aggregates(call));
        return whole || !Rewriting.reads(expression, running)
                ? part(expression)
                : Rewriting.operands(expression, this::split);
    }

    private static boolean query(Expression expression) {
        return expression instanceof Expression.Subquery
                || expression instanceof Expression.XmlText
                || expression instanceof Expression.Exists
                || expression instanceof Expression.InQuery
                || expression instanceof Expression.Quantified;
    }

    private static boolean condition(Expression expression) {
        return switch (expression) {
            case Expression.Comparison ignored -> true;
            case Expression.And ignored -> true;
            case Expression.Or ignored -> true;
            case Expression.Not ignored -> true;
            case Expression.Between ignored -> true;
            case Expression.InList ignored -> true;
            case Expression.InQuery ignored -> true;
            case Expression.Like ignored -> true;
            case Expression.IsNull ignored -> true;
            case Expression.IsDistinct ignored -> true;
            case Expression.Exists ignored -> true;
            case Expression.Quantified ignored -> true;
            default -> false;
        };
    }

    /** A condition as a value the query can give: 1, 0 or NULL. */
    private Expression known(Expression condition) {
        Expression.Literal one = new Expression.Literal(Expression.LiteralKind.INTEGER, "1");
        Expression.Literal zero = new Expression.Literal(Expression.LiteralKind.INTEGER, "0");
        Expression value = new Expression.Case(
                null,
                List.of(new Expression.When(condition, one), new Expression.When(new Expression.Not(condition), zero)),
                null);
        return new Expression.Comparison("=", part(value), one);
    }

    private Expression part(Expression expression) {
        parts.add(expression);
        return new Expression.Variable(name(parts.size()));
    }

    private static String name(int part) {
        return "@(" + part + ")";
    }

    /** Takes a part's value from the row that is looked at. @param part from 1 */
    static void take(Frame frame, int part, @Nullable Object value, SqlType type) {
        frame.put(name(part), value, type);
    }

    /** The variables a select assigns, in lower case. */
    static Set<String> assigned(List<QueryExpression.Assignment> targets) {
        return targets.stream()
                .map(target -> target.variable().toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
