package dev.bobbin.emulator.standin.documents.query;

import dev.bobbin.emulator.standin.documents.query.Query.Ordering;

/**
 * ORDER BY sorts by properties, not by what is computed of them. Source: what the service answers to such queries
 * (dotnet/efcore 27037, Azure/azure-sdk-for-java 17224).
 */
final class OrderRule {

    private OrderRule() {}

    /** @throws QueryError when something else is to be sorted by */
    static void check(Query query) {
        for (Ordering ordering : query.orderBy()) {
            if (!isProperty(ordering.expression()) && !isSimilarity(ordering.expression())) {
                throw new QueryError(
                        "SC2206",
                        0,
                        0,
                        "Unsupported ORDER BY clause. ORDER BY item expression could not be mapped to a document path.");
            }
        }
    }

    /** A path of at least one step. */
    private static boolean isProperty(Expression expression) {
        return switch (expression) {
            case Expression.Property(Expression target, String _) -> isPath(target);
            case Expression.Element(Expression target, Expression.Literal _) -> isPath(target);
            default -> false;
        };
    }

    private static boolean isPath(Expression expression) {
        return expression instanceof Expression.Source || isProperty(expression);
    }

    private static boolean isSimilarity(Expression expression) {
        return expression instanceof Expression.Call call && call.name().equals(VectorDistance.NAME);
    }
}
