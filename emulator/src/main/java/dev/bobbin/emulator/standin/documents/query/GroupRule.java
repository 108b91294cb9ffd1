package dev.bobbin.emulator.standin.documents.query;

import dev.bobbin.emulator.standin.documents.query.Query.Selection;
import java.util.List;

/** With GROUP BY or aggregates, SELECT may only ask for what is the same in all rows of a group. */
final class GroupRule {

    private GroupRule() {}

    /** @throws QueryError when it asks for more */
    static void check(Query query) {
        if (query.groupBy().isEmpty() && query.aggregates().isEmpty()) {
            return;
        }
        switch (query.selection()) {
            case Selection.All _ ->
                throw new QueryError("SC2102", 0, 0, "'SELECT *' is not supported in combination with 'GROUP BY'.");
            case Selection.Value value -> check(value.expression(), query.groupBy());
            case Selection.Fields fields ->
                fields.expressions().forEach(expression -> check(expression, query.groupBy()));
        }
    }

    private static void check(Expression expression, List<Expression> keys) {
        if (keys.contains(expression)) {
            return;
        }
        switch (expression) {
            case Expression.Literal _,
                    Expression.Undefined _,
                    Expression.Parameter _,
                    Expression.Aggregate _,
                    Expression.Subquery _ -> {}
            case Expression.Source source ->
                throw new QueryError(
                        "SC2101",
                        source.place().start(),
                        source.place().end(),
                        "Property reference '" + source.alias()
                                + "' is invalid in the select list because it is not contained in either an aggregate"
                                + " function or the GROUP BY clause.");
            case Expression.Property property -> check(property.target(), keys);
            case Expression.Element element -> checkAll(List.of(element.target(), element.index()), keys);
            case Expression.Unary unary -> check(unary.operand(), keys);
            case Expression.Binary binary -> checkAll(List.of(binary.left(), binary.right()), keys);
            case Expression.Conditional conditional ->
                checkAll(List.of(conditional.condition(), conditional.then(), conditional.otherwise()), keys);
            case Expression.In in -> {
                check(in.value(), keys);
                checkAll(in.options(), keys);
            }
            case Expression.Between between -> checkAll(List.of(between.value(), between.low(), between.high()), keys);
            case Expression.Like like -> checkAll(List.of(like.value(), like.pattern()), keys);
            case Expression.ObjectOf object -> checkAll(object.values(), keys);
            case Expression.ArrayOf array -> checkAll(array.elements(), keys);
            case Expression.Call call -> checkAll(call.arguments(), keys);
        }
    }

    private static void checkAll(List<Expression> expressions, List<Expression> keys) {
        expressions.forEach(expression -> check(expression, keys));
    }
}
