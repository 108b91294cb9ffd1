package dev.bobbin.emulator.standin.documents.query;

import static dev.bobbin.emulator.standin.documents.query.Arguments.number;
import static dev.bobbin.emulator.standin.documents.query.Arguments.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;

/** Functions on numbers. */
final class MathFunctions {

    static final Map<String, Definition> ALL = all();

    private MathFunctions() {}

    private static Map<String, Definition> all() {
        Map<String, Definition> all = new HashMap<>();
        unary(all, "ABS", Math::abs);
        unary(all, "ACOS", Math::acos);
        unary(all, "ASIN", Math::asin);
        unary(all, "ATAN", Math::atan);
        unary(all, "CEILING", Math::ceil);
        unary(all, "COS", Math::cos);
        unary(all, "COT", x -> 1 / Math.tan(x));
        unary(all, "DEGREES", Math::toDegrees);
        unary(all, "EXP", Math::exp);
        unary(all, "FLOOR", Math::floor);
        unary(all, "LOG10", Math::log10);
        unary(all, "RADIANS", Math::toRadians);
        unary(all, "SIGN", Math::signum);
        unary(all, "SIN", Math::sin);
        unary(all, "SQRT", Math::sqrt);
        unary(all, "SQUARE", x -> x * x);
        unary(all, "TAN", Math::tan);
        unary(all, "TRUNC", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        all.put("ATN2", new Definition(2, 2, numbers(Math::atan2)));
        all.put("POWER", new Definition(2, 2, numbers(Math::pow)));
        all.put("LOG", new Definition(1, 2, MathFunctions::log));
        all.put("ROUND", new Definition(1, 2, MathFunctions::round));
        all.put("NUMBERBIN", new Definition(1, 2, MathFunctions::bin));
        all.put("PI", new Definition(0, 0, none -> Values.of(Math.PI)));
        all.put(
                "RAND",
                new Definition(
                        0, 0, none -> Values.of(ThreadLocalRandom.current().nextDouble())));
        whole(all, "INTADD", (a, b) -> a + b);
        whole(all, "INTSUB", (a, b) -> a - b);
        whole(all, "INTMUL", (a, b) -> a * b);
        whole(all, "INTDIV", (a, b) -> a / b);
        whole(all, "INTMOD", (a, b) -> a % b);
        whole(all, "INTBITAND", (a, b) -> a & b);
        whole(all, "INTBITOR", (a, b) -> a | b);
        whole(all, "INTBITXOR", (a, b) -> a ^ b);
        whole(all, "INTBITLEFTSHIFT", (a, b) -> a << b);
        whole(all, "INTBITRIGHTSHIFT", (a, b) -> a >> b);
        all.put(
                "INTBITNOT",
                new Definition(
                        1,
                        1,
                        arguments -> Arguments.isWhole(arguments.getFirst())
                                ? LongNode.valueOf(~arguments.getFirst().longValue())
                                : Values.UNDEFINED));
        return Map.copyOf(all);
    }

    private static void unary(Map<String, Definition> all, String name, DoubleUnaryOperator body) {
        all.put(name, new Definition(1, 1, number(body)));
    }

    /** A function of two 64-bit whole numbers. */
    private static void whole(Map<String, Definition> all, String name, LongBinaryOperator body) {
        all.put(name, new Definition(2, 2, arguments -> {
            if (!arguments.stream().allMatch(Arguments::isWhole)) {
                return Values.UNDEFINED;
            }
            long right = arguments.get(1).longValue();
            boolean divides = name.equals("INTDIV") || name.equals("INTMOD");
            return divides && right == 0
                    ? Values.UNDEFINED
                    : LongNode.valueOf(body.applyAsLong(arguments.get(0).longValue(), right));
        }));
    }

    private static JsonNode log(List<JsonNode> arguments) {
        if (!arguments.stream().allMatch(JsonNode::isNumber)) {
            return Values.UNDEFINED;
        }
        double log = Math.log(arguments.getFirst().doubleValue());
        return Values.of(
                arguments.size() < 2 ? log : log / Math.log(arguments.get(1).doubleValue()));
    }

    /** Halves are rounded away from zero. */
    private static JsonNode round(List<JsonNode> arguments) {
        if (!arguments.stream().allMatch(JsonNode::isNumber)) {
            return Values.UNDEFINED;
        }
        double factor = arguments.size() < 2 ? 1 : Math.pow(10, arguments.get(1).intValue());
        double scaled = arguments.getFirst().doubleValue() * factor;
        return Values.of(Math.signum(scaled) * Math.floor(Math.abs(scaled) + 0.5) / factor);
    }

    private static JsonNode bin(List<JsonNode> arguments) {
        if (!arguments.stream().allMatch(JsonNode::isNumber)) {
            return Values.UNDEFINED;
        }
        double size = arguments.size() < 2 ? 1 : arguments.get(1).doubleValue();
        return size == 0
                ? Values.UNDEFINED
                : Values.of(Math.floor(arguments.getFirst().doubleValue() / size) * size);
    }
}
