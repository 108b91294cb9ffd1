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

/** Binds what rows are ordered by. */
final class OrderBinder {

    private final BindContext context;

    OrderBinder(BindContext context) {
        this.context = context;
    }

    List<Plan.Order> order(
            List<Expression.OrderItem> items,
            QueryExpression.Select select,
            List<Output> outputs,
            ExpressionBinder expressions) {
        List<Plan.Order> order = new ArrayList<>();
        for (Expression.OrderItem item : items) {
            Bound key = orderKey(item.value(), outputs, expressions);
            if (select.distinct()
                    && outputs.stream().noneMatch(output -> output.value().equals(key))) {
                throw new SqlError(
                        145,
                        "42000",
                        "ORDER BY items must appear in the select list if SELECT DISTINCT is specified.",
                        15,
                        1);
            }
            if (key instanceof Bound.Constant && outputs.stream().noneMatch(output -> output.value() == key)) {
                throw new SqlError(
                        408,
                        "42000",
                        "A constant expression was encountered in the ORDER BY list, position " + (order.size() + 1)
                                + ".",
                        16,
                        1);
            }
            order.add(new Plan.Order(key, 0, context.collation(key), item.descending()));
        }
        return order;
    }

    /** A number is a position, a bare name first an alias of the select list, then a column. */
    private Bound orderKey(Expression value, List<Output> outputs, ExpressionBinder expressions) {
        if (value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.INTEGER) {
            return outputs.get(position(literal, outputs) - 1).value();
        }
        if (value instanceof Expression.Column column && column.qualifier() == null) {
            List<Output> named = outputs.stream()
                    .filter(output -> context.same(output.name(), column.name()))
                    .toList();
            if (named.size() > 1 && named.stream().map(Output::value).distinct().count() > 1) {
                throw SqlErrors.ambiguousColumn(column.name());
            }
            if (!named.isEmpty()) {
                return named.getFirst().value();
            }
        }
        return expressions.bind(value);
    }

    private static int position(Expression.Literal literal, List<Output> outputs) {
        int position = Integer.parseInt(literal.text());
        if (position < 1 || position > outputs.size()) {
            throw new SqlError(
                    108,
                    "42000",
                    "The ORDER BY position number " + position
                            + " is out of range of the number of items in the select list.",
                    16,
                    1);
        }
        return position;
    }

    /** The order of a set operation, which can name only its columns. */
    List<Plan.Order> ordinals(List<Expression.OrderItem> items, Plan.Body body) {
        List<Plan.Order> order = new ArrayList<>();
        for (Expression.OrderItem item : items) {
            int ordinal = ordinal(item.value(), body.outputs());
            SqlType type = body.outputs().get(ordinal - 1).value().type();
            order.add(new Plan.Order(null, ordinal, context.collation(type), item.descending()));
        }
        return order;
    }

    private int ordinal(Expression value, List<Output> outputs) {
        if (value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.INTEGER) {
            return position(literal, outputs);
        }
        for (int i = 0; i < outputs.size(); i++) {
            if (value instanceof Expression.Column column
                    && context.same(outputs.get(i).name(), column.name())) {
                return i + 1;
            }
        }
        throw new SqlError(
                104,
                "42000",
                "ORDER BY items must appear in the select list if the statement contains a UNION, INTERSECT or EXCEPT operator.",
                15,
                1);
    }
}
