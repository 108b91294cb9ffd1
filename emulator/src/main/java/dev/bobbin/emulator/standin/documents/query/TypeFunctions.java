package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Definition;
import java.util.Map;
import java.util.function.Predicate;

/** Type checks, and the choice by a condition. */
final class TypeFunctions {

    private static final double LARGEST_LONG = 9223372036854775807.0;

    static final Map<String, Definition> ALL = Map.ofEntries(
            Map.entry("IS_DEFINED", test(Values::isDefined)),
            Map.entry("IS_NULL", test(JsonNode::isNull)),
            Map.entry("IS_BOOL", test(JsonNode::isBoolean)),
            Map.entry("IS_NUMBER", test(JsonNode::isNumber)),
            Map.entry("IS_STRING", test(JsonNode::isTextual)),
            Map.entry("IS_ARRAY", test(JsonNode::isArray)),
            Map.entry("IS_OBJECT", test(JsonNode::isObject)),
            Map.entry("IS_PRIMITIVE", test(value -> Values.isDefined(value) && !value.isContainerNode())),
            Map.entry("IS_FINITE_NUMBER", test(JsonNode::isNumber)),
            Map.entry(
                    "IS_INTEGER",
                    test(value -> Arguments.isWhole(value) && Math.abs(value.doubleValue()) <= LARGEST_LONG)),
            Map.entry(
                    "IIF",
                    new Definition(3, 3, arguments -> arguments.get(Values.isTrue(arguments.getFirst()) ? 1 : 2))));

    private TypeFunctions() {}

    private static Definition test(Predicate<JsonNode> test) {
        return new Definition(1, 1, arguments -> Values.of(test.test(arguments.getFirst())));
    }
}
