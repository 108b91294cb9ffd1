package dev.bobbin.emulator.standin.documents.query;

import static dev.bobbin.emulator.standin.documents.query.Arguments.at;
import static dev.bobbin.emulator.standin.documents.query.Arguments.isTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Definition;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Functions on arrays and objects. */
final class ArrayFunctions {

    static final Map<String, Definition> ALL = Map.ofEntries(
            Map.entry("ARRAY_AVG", ofElements("AVG")),
            Map.entry("ARRAY_MAX", ofElements("MAX")),
            Map.entry("ARRAY_MEDIAN", new Definition(1, 1, ArrayFunctions::median)),
            Map.entry("ARRAY_MIN", ofElements("MIN")),
            Map.entry("ARRAY_SUM", ofElements("SUM")),
            Map.entry("SETEQUAL", new Definition(2, 2, ArrayFunctions::areEqualSets)),
            Map.entry("ARRAY_CONCAT", new Definition(2, 200, ArrayFunctions::concat)),
            Map.entry("ARRAY_CONTAINS", new Definition(2, 3, ArrayFunctions::contains)),
            Map.entry("ARRAY_CONTAINS_ANY", new Definition(2, 200, arguments -> containsSome(arguments, true))),
            Map.entry("ARRAY_CONTAINS_ALL", new Definition(2, 200, arguments -> containsSome(arguments, false))),
            Map.entry("ARRAY_LENGTH", new Definition(1, 1, ArrayFunctions::length)),
            Map.entry("ARRAY_SLICE", new Definition(2, 3, ArrayFunctions::slice)),
            Map.entry("CHOOSE", new Definition(2, 200, ArrayFunctions::choose)),
            Map.entry("OBJECTTOARRAY", new Definition(1, 3, ArrayFunctions::objectToArray)),
            Map.entry("SETINTERSECT", new Definition(2, 2, ArrayFunctions::intersection)),
            Map.entry("SETUNION", new Definition(2, 2, ArrayFunctions::union)),
            Map.entry("SETDIFFERENCE", new Definition(2, 2, ArrayFunctions::difference)));

    private ArrayFunctions() {}

    /** A function that does over the elements of an array what an aggregate does over rows. */
    private static Definition ofElements(String aggregate) {
        return new Definition(1, 1, arguments -> {
            JsonNode array = arguments.getFirst();
            if (!array.isArray()) {
                return Values.UNDEFINED;
            }
            Aggregation aggregation = new Aggregation(aggregate);
            array.forEach(aggregation::add);
            return aggregation.result();
        });
    }

    /** The number in the middle, or halfway between the two there. */
    private static JsonNode median(List<JsonNode> arguments) {
        JsonNode array = arguments.getFirst();
        if (!array.isArray() || array.isEmpty() || !array.valueStream().allMatch(JsonNode::isNumber)) {
            return Values.UNDEFINED;
        }
        double[] sorted =
                array.valueStream().mapToDouble(JsonNode::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return Values.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }

    private static JsonNode areEqualSets(List<JsonNode> arguments) {
        if (!both(arguments)) {
            return Values.UNDEFINED;
        }
        JsonNode one = arguments.get(0);
        JsonNode other = arguments.get(1);
        return Values.of(one.valueStream().allMatch(element -> holds(other, element))
                && other.valueStream().allMatch(element -> holds(one, element)));
    }

    private static JsonNode length(List<JsonNode> arguments) {
        JsonNode array = arguments.getFirst();
        return array.isArray() ? Values.of((double) array.size()) : Values.UNDEFINED;
    }

    private static JsonNode concat(List<JsonNode> arguments) {
        if (!arguments.stream().allMatch(JsonNode::isArray)) {
            return Values.UNDEFINED;
        }
        ArrayNode all = Values.JSON.arrayNode();
        arguments.forEach(array -> array.forEach(all::add));
        return all;
    }

    private static JsonNode contains(List<JsonNode> arguments) {
        JsonNode array = arguments.get(0);
        JsonNode wanted = arguments.get(1);
        if (!array.isArray() || !Values.isDefined(wanted)) {
            return Values.UNDEFINED;
        }
        boolean partial = isTrue(arguments, 2);
        return Values.of(array.valueStream()
                .anyMatch(element -> Values.equal(element, wanted) || partial && hasAllOf(element, wanted)));
    }

    /** True when an object has all properties of another, which may have fewer. */
    private static boolean hasAllOf(JsonNode element, JsonNode wanted) {
        return element.isObject()
                && wanted.isObject()
                && wanted.properties().stream().allMatch(property -> {
                    JsonNode value = element.path(property.getKey());
                    return Values.isDefined(value)
                            && (Values.equal(value, property.getValue()) || hasAllOf(value, property.getValue()));
                });
    }

    private static JsonNode containsSome(List<JsonNode> arguments, boolean any) {
        JsonNode array = arguments.getFirst();
        if (!array.isArray()) {
            return Values.UNDEFINED;
        }
        Predicate<JsonNode> found = wanted -> holds(array, wanted);
        List<JsonNode> wanted = arguments.subList(1, arguments.size());
        return Values.of(any ? wanted.stream().anyMatch(found) : wanted.stream().allMatch(found));
    }

    private static boolean holds(JsonNode array, JsonNode wanted) {
        return array.valueStream().anyMatch(element -> Values.equal(element, wanted));
    }

    private static JsonNode slice(List<JsonNode> arguments) {
        JsonNode array = arguments.get(0);
        JsonNode start = arguments.get(1);
        JsonNode length = at(arguments, 2);
        if (!array.isArray() || !start.isNumber() || arguments.size() > 2 && !length.isNumber()) {
            return Values.UNDEFINED;
        }
        int size = array.size();
        int from = start.intValue() < 0 ? Math.max(0, size + start.intValue()) : Math.min(start.intValue(), size);
        int count = arguments.size() > 2 ? length.intValue() : size;
        ArrayNode part = Values.JSON.arrayNode();
        for (int i = from; i < Math.min(size, (long) from + Math.max(0, count)); i++) {
            part.add(array.get(i));
        }
        return part;
    }

    /** The argument of that number, from 1. */
    private static JsonNode choose(List<JsonNode> arguments) {
        JsonNode number = arguments.getFirst();
        boolean inside =
                Arguments.isWhole(number) && number.doubleValue() >= 1 && number.doubleValue() < arguments.size();
        return inside ? arguments.get(number.intValue()) : Values.UNDEFINED;
    }

    private static JsonNode objectToArray(List<JsonNode> arguments) {
        JsonNode object = arguments.getFirst();
        if (!object.isObject()) {
            return Values.UNDEFINED;
        }
        String name = at(arguments, 1).asText("k");
        String value = at(arguments, 2).asText("v");
        ArrayNode pairs = Values.JSON.arrayNode();
        object.properties()
                .forEach(property -> pairs.addObject()
                        .put(name.isEmpty() ? "k" : name, property.getKey())
                        .set(value.isEmpty() ? "v" : value, property.getValue()));
        return pairs;
    }

    private static JsonNode intersection(List<JsonNode> arguments) {
        return set(
                arguments,
                both(arguments) ? arguments.get(0) : Values.UNDEFINED,
                element -> holds(arguments.get(1), element));
    }

    private static JsonNode difference(List<JsonNode> arguments) {
        return set(
                arguments,
                both(arguments) ? arguments.get(0) : Values.UNDEFINED,
                element -> !holds(arguments.get(1), element));
    }

    private static JsonNode union(List<JsonNode> arguments) {
        return set(arguments, concat(arguments), element -> true);
    }

    private static boolean both(List<JsonNode> arguments) {
        return arguments.get(0).isArray() && arguments.get(1).isArray();
    }

    /** The elements that are wanted, each once. */
    private static JsonNode set(List<JsonNode> arguments, JsonNode array, Predicate<JsonNode> wanted) {
        if (!both(arguments)) {
            return Values.UNDEFINED;
        }
        ArrayNode set = Values.JSON.arrayNode();
        array.forEach(element -> {
            if (wanted.test(element) && !holds(set, element)) {
                set.add(element);
            }
        });
        return set;
    }
}
