package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.documents.query.Query.FromItem;
import dev.bobbin.emulator.standin.documents.query.Query.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a query's WHERE can be asked of SQLite, to read fewer documents. The answer may let through more documents than
 * the query does, never fewer: the query is evaluated on what is left. So comparisons are widened where SQLite and the query
 * language differ (order of types, rounding of numbers), and what has no likeness in SQLite is left out.
 */
final class Narrowing {

    private final Map<String, JsonNode> parameters;
    private final String document;

    private Narrowing(Map<String, JsonNode> parameters, String document) {
        this.parameters = parameters;
        this.document = document;
    }

    /** What every document has that can give a row. */
    static SqlFilter filter(Query query, Map<String, JsonNode> parameters) {
        @Nullable String document = documentName(query);
        if (document == null || query.where() == null) {
            return SqlFilter.ALL;
        }
        return new Narrowing(parameters, document).condition(query.where()).orElse(SqlFilter.ALL);
    }

    /** Values that WHERE asks for, by the pointer of their property. */
    static Map<String, JsonNode> equalities(Query query, Map<String, JsonNode> parameters) {
        Map<String, JsonNode> found = new HashMap<>();
        @Nullable String document = documentName(query);
        if (document != null && query.where() != null) {
            new Narrowing(parameters, document).collectEqualities(query.where(), found);
        }
        return found;
    }

    /** The name that means the document: {@code c} of {@code FROM c}. Null when another FROM item has that name too. */
    private static @Nullable String documentName(Query query) {
        if (query.from().isEmpty()
                || !(query.from().getFirst()
                        instanceof FromItem.Whole(String alias, Origin.Path(Expression.Source _)))) {
            return null;
        }
        boolean hidden = query.from().stream().skip(1).anyMatch(item -> alias.equals(item.alias()));
        return hidden ? null : alias;
    }

    private void collectEqualities(Expression condition, Map<String, JsonNode> found) {
        if (!(condition instanceof Expression.Binary(String operator, Expression left, Expression right))) {
            return;
        }
        if (operator.equals("AND")) {
            collectEqualities(left, found);
            collectEqualities(right, found);
        } else if (operator.equals("=")) {
            addEquality(left, right, found);
            addEquality(right, left, found);
        }
    }

    private void addEquality(Expression path, Expression constant, Map<String, JsonNode> found) {
        JsonNode value = constant(constant);
        List<String> names = names(path);
        if (!names.isEmpty() && Values.isDefined(value)) {
            found.put("/" + String.join("/", names), value);
        }
    }

    /** @return empty when nothing can be said */
    private Optional<SqlFilter> condition(Expression condition) {
        return switch (condition) {
            case Expression.Binary binary -> binary(binary);
            case Expression.Between between ->
                and(compared(between.value(), ">=", between.low()), compared(between.value(), "<=", between.high()));
            case Expression.In in ->
                or(in.options().stream()
                        .map(option -> compared(in.value(), "=", option))
                        .toList());
            case Expression.Call(String name, List<Expression> arguments, Token _)
            when name.equals("IS_DEFINED") ->
                path(arguments.getFirst()).map(path -> new SqlFilter("json_type(body, " + path + ") IS NOT NULL"));
            default -> Optional.empty();
        };
    }

    private Optional<SqlFilter> binary(Expression.Binary binary) {
        Expression left = binary.left();
        Expression right = binary.right();
        return switch (binary.operator()) {
            case "AND" -> and(condition(left), condition(right));
            case "OR" -> or(List.of(condition(left), condition(right)));
            case "=" -> compared(left, "=", right).or(() -> compared(right, "=", left));
            case "<", "<=" -> compared(left, "<=", right).or(() -> compared(right, ">=", left));
            case ">", ">=" -> compared(left, ">=", right).or(() -> compared(right, "<=", left));
            default -> Optional.empty();
        };
    }

    private static Optional<SqlFilter> and(Optional<SqlFilter> one, Optional<SqlFilter> other) {
        return one.isPresent() && other.isPresent() ? Optional.of(one.get().and(other.get())) : one.or(() -> other);
    }

    private static Optional<SqlFilter> or(List<Optional<SqlFilter>> alternatives) {
        return alternatives.isEmpty() || alternatives.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(SqlFilter.anyOf(
                        alternatives.stream().flatMap(Optional::stream).toList()));
    }

    /** @param operator {@code =}, {@code <=} or {@code >=} */
    private Optional<SqlFilter> compared(Expression property, String operator, Expression constant) {
        JsonNode value = constant(constant);
        return path(property).flatMap(path -> SqlComparison.of(path, operator, value));
    }

    private JsonNode constant(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Parameter parameter -> parameters.getOrDefault(parameter.name(), Values.UNDEFINED);
            case Expression.Unary(String operator, Expression.Literal literal) ->
                Operators.unary(operator, literal.value());
            default -> Values.UNDEFINED;
        };
    }

    private Optional<String> path(Expression expression) {
        return SqlComparison.path(names(expression));
    }

    /** The names that lead from the document to a property; none when the expression is no such path. */
    private List<String> names(Expression expression) {
        List<String> names = new ArrayList<>();
        Expression step = expression;
        while (step instanceof Expression.Property(Expression target, String name)) {
            names.addFirst(name);
            step = target;
        }
        return step instanceof Expression.Source source && source.alias().equals(document) ? names : List.of();
    }
}
