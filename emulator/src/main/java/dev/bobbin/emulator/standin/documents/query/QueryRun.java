package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.Query.FromItem;
import dev.bobbin.emulator.standin.documents.query.Query.Origin;
import dev.bobbin.emulator.standin.documents.query.Query.Selection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of a query over the documents of a container. */
final class QueryRun {

    private final Evaluator evaluator;

    QueryRun(Map<String, JsonNode> parameters, Functions functions, VectorPolicy vectors) {
        this.evaluator = new Evaluator(parameters, this::subquery, functions, vectors);
    }

    /** The rows of a query, in order. Documents are asked for as rows are. */
    Stream<JsonNode> overDocuments(Query query, Stream<? extends JsonNode> documents) {
        if (query.from().isEmpty()) {
            return rows(query, List.of(), Stream.of(Scope.of(Values.UNDEFINED)));
        }
        FromItem first = query.from().getFirst();
        if (Walk.origin(first) instanceof Origin.Rows(Query inner)) {
            // A query over the container, whose rows take the place of its documents.
            Stream<Scope> scopes = bound(first, overDocuments(inner, documents), Scope.of(Values.UNDEFINED));
            return rows(query, query.from().subList(1, query.from().size()), scopes);
        }
        return rows(query, query.from(), documents.map(Scope::of));
    }

    private List<JsonNode> subquery(Query query, Scope scope) {
        return rows(query, query.from(), Stream.of(scope)).toList();
    }

    /** @param from what of FROM is not in the scopes yet */
    private Stream<JsonNode> rows(Query query, List<FromItem> from, Stream<Scope> start) {
        Stream<Scope> scopes = start;
        for (FromItem item : from) {
            scopes = scopes.flatMap(scope -> expand(item, scope));
        }
        scopes = scopes.peek(scope -> Stop.check());
        @Nullable Expression where = query.where();
        if (where != null) {
            scopes = scopes.filter(scope -> Values.isTrue(evaluator.value(where, scope)));
        }
        Stream<JsonNode> rows = query.groupBy().isEmpty() && query.aggregates().isEmpty()
                ? ordered(query, scopes)
                : grouped(query, scopes);
        rows = rows.filter(Values::isDefined);
        if (query.distinct()) {
            Set<JsonNode> seen = new HashSet<>();
            rows = rows.filter(row -> seen.add(Values.canonical(row)));
        }
        return limited(query, rows);
    }

    private Stream<JsonNode> limited(Query query, Stream<JsonNode> rows) {
        Stream<JsonNode> some = rows;
        @Nullable Expression offset = query.offset();
        @Nullable Expression limit = query.limit();
        if (offset != null && limit != null) {
            some = some.skip(count(offset)).limit(count(limit));
        }
        @Nullable Expression top = query.top();
        return top == null ? some : some.limit(count(top));
    }

    private long count(Expression expression) {
        JsonNode value = evaluator.value(expression, Scope.of(Values.UNDEFINED));
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() != Math.rint(value.doubleValue())) {
            throw new QueryError(
                    "SC2060", 0, 0, "The value of TOP, OFFSET and LIMIT must be a whole number that is not negative.");
        }
        return value.longValue();
    }

    private Stream<Scope> expand(FromItem item, Scope scope) {
        Stream<JsonNode> values =
                switch (Walk.origin(item)) {
                    case Origin.Path(Expression path) -> Stream.of(evaluator.value(path, withContainer(path, scope)));
                    case Origin.Rows(Query query) -> subquery(query, scope).stream();
                };
        return bound(item, values, scope);
    }

    /** The scopes in which a FROM item has one value after the other. */
    private static Stream<Scope> bound(FromItem item, Stream<JsonNode> values, Scope scope) {
        return switch (item) {
            case FromItem.Whole whole ->
                values.filter(Values::isDefined).map(value -> scope.with(whole.alias(), value));
            case FromItem.Elements elements ->
                values.filter(JsonNode::isArray)
                        .flatMap(JsonNode::valueStream)
                        .map(value -> scope.with(elements.alias(), value));
        };
    }

    /** The first name of a path means the container's document when no item has that name. */
    private static Scope withContainer(Expression path, Scope scope) {
        String name = NameRule.rootOf(path);
        boolean first = scope.outer() == null;
        return first && scope.lookUp(name) == null ? scope.with(name, scope.document()) : scope;
    }

    private Stream<JsonNode> ordered(Query query, Stream<Scope> scopes) {
        if (query.orderBy().isEmpty()) {
            return scopes.map(scope -> selected(query, scope, List.of()));
        }
        Ordered ordered = new Ordered(query.orderBy(), query.distinct() ? Long.MAX_VALUE : wanted(query));
        scopes.forEach(scope -> {
            JsonNode row = selected(query, scope, List.of());
            if (Values.isDefined(row)) {
                ordered.add(row, expression -> evaluator.orderKey(expression, scope));
            }
        });
        return ordered.inOrder();
    }

    /** How many rows are asked for, with those left out at the beginning. */
    private long wanted(Query query) {
        @Nullable Expression offset = query.offset();
        @Nullable Expression limit = query.limit();
        @Nullable Expression top = query.top();
        long slice = offset != null && limit != null ? count(offset) + count(limit) : Long.MAX_VALUE;
        return top == null || offset != null ? slice : count(top);
    }

    private Stream<JsonNode> grouped(Query query, Stream<Scope> scopes) {
        Map<List<JsonNode>, Group> groups = new LinkedHashMap<>();
        if (query.groupBy().isEmpty()) {
            groups.put(List.of(), new Group(Scope.of(Values.UNDEFINED), aggregations(query)));
        }
        scopes.forEach(scope -> {
            List<JsonNode> key = query.groupBy().stream()
                    .map(expression -> Values.canonical(evaluator.value(expression, scope)))
                    .toList();
            Group group = groups.computeIfAbsent(key, k -> new Group(scope, aggregations(query)));
            for (Expression.Aggregate aggregate : query.aggregates()) {
                group.aggregations().get(aggregate.index()).add(evaluator.value(aggregate.argument(), scope));
            }
        });
        return groups.values().stream().map(group -> {
            List<JsonNode> results =
                    group.aggregations().stream().map(Aggregation::result).toList();
            return selected(query, group.first(), results);
        });
    }

    /** The rows of one group: the first of them stands for all in what is no aggregate. */
    private record Group(Scope first, List<Aggregation> aggregations) {}

    private static List<Aggregation> aggregations(Query query) {
        return query.aggregates().stream()
                .map(aggregate -> new Aggregation(aggregate.name()))
                .toList();
    }

    private JsonNode selected(Query query, Scope scope, List<JsonNode> aggregates) {
        return switch (query.selection()) {
            case Selection.All _ -> all(query, scope);
            case Selection.Value value -> evaluator.value(value.expression(), scope, aggregates);
            case Selection.Fields fields -> {
                ObjectNode row = Values.JSON.objectNode();
                for (int i = 0; i < fields.names().size(); i++) {
                    JsonNode value = evaluator.value(fields.expressions().get(i), scope, aggregates);
                    Evaluator.setDefined(row, fields.names().get(i), value);
                }
                yield row;
            }
        };
    }

    private static JsonNode all(Query query, Scope scope) {
        if (query.from().size() != 1) {
            throw new QueryError(
                    "SC2040",
                    0,
                    0,
                    "'SELECT *' is only valid with a single input set. Name what you want of the joined ones.");
        }
        return scope.value();
    }
}
