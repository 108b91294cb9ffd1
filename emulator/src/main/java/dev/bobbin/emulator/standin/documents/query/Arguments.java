package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Body;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Makes bodies of functions that are undefined when an argument has the wrong type. */
final class Arguments {

    private Arguments() {}

    /** A function of texts only. */
    static Body texts(TextBody body) {
        return arguments -> arguments.stream().allMatch(JsonNode::isTextual)
                ? body.apply(arguments.stream().map(JsonNode::textValue).toList())
                : Values.UNDEFINED;
    }

    /** A function of numbers only. */
    static Body number(DoubleUnaryOperator body) {
        return arguments -> arguments.getFirst().isNumber()
                ? Values.of(body.applyAsDouble(arguments.getFirst().doubleValue()))
                : Values.UNDEFINED;
    }

    /** A function of two numbers. */
    static Body numbers(DoubleBinaryOperator body) {
        return arguments -> arguments.stream().allMatch(JsonNode::isNumber)
                ? Values.of(body.applyAsDouble(
                        arguments.get(0).doubleValue(), arguments.get(1).doubleValue()))
                : Values.UNDEFINED;
    }

    /** A function of any value that must be defined. */
    static Body defined(Body body) {
        return arguments -> arguments.stream().allMatch(Values::isDefined) ? body.apply(arguments) : Values.UNDEFINED;
    }

    /** The argument at a place, or undefined when it was not given. */
    static JsonNode at(List<JsonNode> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : Values.UNDEFINED;
    }

    /** True when the argument at a place was given and is true. */
    static boolean isTrue(List<JsonNode> arguments, int index) {
        return Values.isTrue(at(arguments, index));
    }

    static boolean isWhole(JsonNode value) {
        return value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }

    /** A function of texts. */
    @FunctionalInterface
    interface TextBody {
        JsonNode apply(List<String> texts);
    }
}
