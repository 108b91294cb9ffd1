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
            case Expression.Source source ->
                throw new QueryError(
                        "SC2101",
                        source.place().start(),
                        source.place().end(),
                        "Property reference '" + source.alias()
                                + "' is invalid in the select list because it is not contained in either an aggregate"
                                + " function or the GROUP BY clause.");
            case Expression.Aggregate _ -> {}
            default -> Walk.parts(expression).forEach(part -> check(part, keys));
        }
    }
}
