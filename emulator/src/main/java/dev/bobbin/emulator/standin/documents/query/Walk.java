package dev.bobbin.emulator.standin.documents.query;

import dev.bobbin.emulator.standin.documents.query.Query.FromItem;
import dev.bobbin.emulator.standin.documents.query.Query.Ordering;
import dev.bobbin.emulator.standin.documents.query.Query.Origin;
import dev.bobbin.emulator.standin.documents.query.Query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a query and its expressions are made of. */
final class Walk {

    private Walk() {}

    /** The expressions that an expression is directly made of; those of a subquery are not among them. */
    static List<Expression> parts(Expression expression) {
        return switch (expression) {
            case Expression.Literal _,
                    Expression.Undefined _,
                    Expression.Parameter _,
                    Expression.Source _,
                    Expression.Subquery _ -> List.of();
            case Expression.Aggregate aggregate -> List.of(aggregate.argument());
            case Expression.Property property -> List.of(property.target());
            case Expression.Element element -> List.of(element.target(), element.index());
            case Expression.Unary unary -> List.of(unary.operand());
            case Expression.Binary binary -> List.of(binary.left(), binary.right());
            case Expression.Conditional conditional ->
                List.of(conditional.condition(), conditional.then(), conditional.otherwise());
            case Expression.In in ->
                Stream.concat(Stream.of(in.value()), in.options().stream()).toList();
            case Expression.Between between -> List.of(between.value(), between.low(), between.high());
            case Expression.Like like -> withOptional(like.escape(), like.value(), like.pattern());
            case Expression.ObjectOf object -> object.values();
            case Expression.ArrayOf array -> array.elements();
            case Expression.Call call -> call.arguments();
        };
    }

    /** The expressions of a query's own clauses, FROM left out. */
    static List<Expression> expressions(Query query) {
        List<Expression> found = new ArrayList<>();
        switch (query.selection()) {
            case Selection.All _ -> {}
            case Selection.Value value -> found.add(value.expression());
            case Selection.Fields fields -> found.addAll(fields.expressions());
        }
        found.addAll(withOptional(query.where()));
        found.addAll(query.groupBy());
        query.orderBy().stream().map(Ordering::expression).forEach(found::add);
        return found;
    }

    /** Where the items of FROM and JOIN come from. */
    static List<Origin> origins(Query query) {
        return query.from().stream().map(Walk::origin).toList();
    }

    static Origin origin(FromItem item) {
        return switch (item) {
            case FromItem.Whole whole -> whole.origin();
            case FromItem.Elements elements -> elements.origin();
        };
    }

    private static List<Expression> withOptional(@Nullable Expression optional, Expression... others) {
        return optional == null
                ? List.of(others)
                : Stream.concat(Stream.of(others), Stream.of(optional)).toList();
    }
}
