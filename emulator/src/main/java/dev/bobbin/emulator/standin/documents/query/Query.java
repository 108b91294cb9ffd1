package dev.bobbin.emulator.standin.documents.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query or subquery.
 *
 * @param top how many rows at most; null for all
 * @param from empty without FROM
 * @param aggregates in the order of their {@link Expression.Aggregate#index()}
 * @param offset null without OFFSET LIMIT
 */
record Query(
        boolean distinct,
        @Nullable Expression top,
        Selection selection,
        List<FromItem> from,
        @Nullable Expression where,
        List<Expression> groupBy,
        List<Ordering> orderBy,
        @Nullable Expression offset,
        @Nullable Expression limit,
        List<Expression.Aggregate> aggregates) {

    /** What SELECT asks for. */
    sealed interface Selection {

        /** {@code *}. */
        record All() implements Selection {}

        /** {@code VALUE expression}. */
        record Value(Expression expression) implements Selection {}

        /** Named expressions, which make an object. */
        record Fields(List<String> names, List<Expression> expressions) implements Selection {}
    }

    /** One of the things that FROM and JOIN name. */
    sealed interface FromItem {

        /** Name in the query; null for one that cannot be referred to. */
        @Nullable
        String alias();

        /** A value as it is: the document, a part of it, or the rows of a subquery. */
        record Whole(@Nullable String alias, Origin origin) implements FromItem {}

        /** {@code alias IN …}: the elements of an array. */
        record Elements(String alias, Origin origin) implements FromItem {}
    }

    /** Where the values of a FROM item come from. */
    sealed interface Origin {

        /** A path whose first name is an earlier item, or else means the container: its documents. */
        record Path(Expression expression) implements Origin {}

        /** A subquery, carried out for each row of the items before it. */
        record Rows(Query query) implements Origin {}
    }

    record Ordering(Expression expression, boolean descending) {}
}
