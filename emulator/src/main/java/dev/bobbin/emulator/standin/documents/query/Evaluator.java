package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Computes scalar expressions. Operators on wrong types give undefined, as the query reference has it. */
final class Evaluator {

    private final Map<String, JsonNode> parameters;
    private final RowSource rows;
    private final Functions functions;
    private final VectorPolicy vectors;

    /** @param rows carries out subqueries */
    Evaluator(Map<String, JsonNode> parameters, RowSource rows, Functions functions, VectorPolicy vectors) {
        this.parameters = parameters;
        this.rows = rows;
        this.functions = functions;
        this.vectors = vectors;
    }

    /** Carries out a query in a scope. */
    @FunctionalInterface
    interface RowSource {
        List<JsonNode> rows(Query query, Scope scope);
    }

    /** What ORDER BY sorts a row by. */
    JsonNode orderKey(Expression expression, Scope scope) {
        JsonNode value = value(expression, scope);
        if (expression instanceof Expression.Call call && call.name().equals(VectorDistance.NAME)) {
            List<JsonNode> arguments = values(call.arguments(), scope, List.of());
            return VectorDistance.rank(value, VectorDistance.function(call, arguments, vectors));
        }
        return value;
    }

    private JsonNode call(Expression.Call call, List<JsonNode> arguments) {
        return call.name().equals(VectorDistance.NAME)
                ? VectorDistance.of(arguments, VectorDistance.function(call, arguments, vectors))
                : functions.call(call.name(), arguments);
    }

    private List<JsonNode> values(List<Expression> expressions, Scope scope, List<JsonNode> aggregates) {
        return expressions.stream()
                .map(expression -> value(expression, scope, aggregates))
                .toList();
    }

    JsonNode value(Expression expression, Scope scope) {
        return value(expression, scope, List.of());
    }

    /** @param aggregates values of the aggregates of the query, by their index */
    JsonNode value(Expression expression, Scope scope, List<JsonNode> aggregates) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Undefined _ -> Values.UNDEFINED;
            case Expression.Parameter parameter -> known(parameters.get(parameter.name()));
            case Expression.Source source -> known(scope.lookUp(source.alias()));
            case Expression.Property property -> {
                JsonNode target = value(property.target(), scope, aggregates);
                yield target.isObject() ? target.path(property.name()) : Values.UNDEFINED;
            }
            case Expression.Element element ->
                element(value(element.target(), scope, aggregates), value(element.index(), scope, aggregates));
            case Expression.Unary unary -> Operators.unary(unary.operator(), value(unary.operand(), scope, aggregates));
            case Expression.Binary binary -> binary(binary, scope, aggregates);
            case Expression.Conditional conditional ->
                Values.isTrue(value(conditional.condition(), scope, aggregates))
                        ? value(conditional.then(), scope, aggregates)
                        : value(conditional.otherwise(), scope, aggregates);
            case Expression.In in -> in(in, scope, aggregates);
            case Expression.Between between -> {
                JsonNode value = value(between.value(), scope, aggregates);
                JsonNode low = Operators.binary(">=", value, value(between.low(), scope, aggregates));
                JsonNode high = Operators.binary("<=", value, value(between.high(), scope, aggregates));
                yield Operators.and(low, high);
            }
            case Expression.Like like -> like(like, scope, aggregates);
            case Expression.ObjectOf object -> {
                ObjectNode made = Values.JSON.objectNode();
                for (int i = 0; i < object.names().size(); i++) {
                    setDefined(
                            made, object.names().get(i), value(object.values().get(i), scope, aggregates));
                }
                yield made;
            }
            case Expression.ArrayOf array -> {
                ArrayNode made = Values.JSON.arrayNode();
                for (Expression element : array.elements()) {
                    addDefined(made, value(element, scope, aggregates));
                }
                yield made;
            }
            case Expression.Call call -> call(call, values(call.arguments(), scope, aggregates));
            case Expression.Aggregate aggregate -> aggregates.get(aggregate.index());
            case Expression.Subquery subquery -> subquery(subquery, scope);
        };
    }

    static void setDefined(ObjectNode object, String name, JsonNode value) {
        if (Values.isDefined(value)) {
            object.set(name, value);
        }
    }

    static void addDefined(ArrayNode array, JsonNode value) {
        if (Values.isDefined(value)) {
            array.add(value);
        }
    }

    /** The value of a name, which {@link NameRule} has checked. */
    private static JsonNode known(@Nullable JsonNode value) {
        return Objects.requireNonNull(value, "a name without a value");
    }

    private static JsonNode element(JsonNode target, JsonNode index) {
        if (target.isArray() && index.isNumber()) {
            double position = index.doubleValue();
            boolean inside = position >= 0 && position < target.size() && position == Math.rint(position);
            return inside ? target.get((int) position) : Values.UNDEFINED;
        }
        return target.isObject() && index.isTextual() ? target.path(index.textValue()) : Values.UNDEFINED;
    }

    private JsonNode binary(Expression.Binary binary, Scope scope, List<JsonNode> aggregates) {
        JsonNode left = value(binary.left(), scope, aggregates);
        switch (binary.operator()) {
            case "AND" -> {
                return left.isBoolean() && !left.booleanValue()
                        ? left
                        : Operators.and(left, value(binary.right(), scope, aggregates));
            }
            case "OR" -> {
                return Values.isTrue(left) ? left : Operators.or(left, value(binary.right(), scope, aggregates));
            }
            case "??" -> {
                return Values.isDefined(left) ? left : value(binary.right(), scope, aggregates);
            }
            default -> {
                return Operators.binary(binary.operator(), left, value(binary.right(), scope, aggregates));
            }
        }
    }

    private JsonNode in(Expression.In in, Scope scope, List<JsonNode> aggregates) {
        JsonNode value = value(in.value(), scope, aggregates);
        JsonNode result = Values.of(false);
        for (Expression option : in.options()) {
            result = Operators.or(result, Operators.binary("=", value, value(option, scope, aggregates)));
            if (Values.isTrue(result)) {
                return result;
            }
        }
        return Values.isDefined(value) ? Values.of(false) : Values.UNDEFINED;
    }

    private JsonNode like(Expression.Like like, Scope scope, List<JsonNode> aggregates) {
        JsonNode text = value(like.value(), scope, aggregates);
        JsonNode pattern = value(like.pattern(), scope, aggregates);
        @Nullable Expression escape = like.escape();
        JsonNode escapeText = escape == null ? Values.JSON.textNode("") : value(escape, scope, aggregates);
        return LikePattern.matches(text, pattern, escapeText);
    }

    private JsonNode subquery(Expression.Subquery subquery, Scope scope) {
        List<JsonNode> found = rows.rows(subquery.query(), scope);
        return switch (subquery.kind()) {
            case EXISTS -> Values.of(!found.isEmpty());
            case ARRAY -> Values.JSON.arrayNode().addAll(found);
            case SCALAR -> {
                if (found.size() > 1) {
                    throw new QueryError(
                            "SC2204",
                            0,
                            0,
                            "The cardinality of a scalar subquery result set cannot be greater than one.");
                }
                yield found.isEmpty() ? Values.UNDEFINED : found.getFirst();
            }
        };
    }
}
