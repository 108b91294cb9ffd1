package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;

/** What operators make of values. Source: "Operators", query reference of Azure Cosmos DB for NoSQL. */
final class Operators {

    private Operators() {}

    static JsonNode unary(String operator, JsonNode operand) {
        return switch (operator) {
            case "NOT" -> operand.isBoolean() ? Values.of(!operand.booleanValue()) : Values.UNDEFINED;
            case "-" -> operand.isNumber() ? Values.of(-operand.doubleValue()) : Values.UNDEFINED;
            case "~" -> operand.isNumber() ? Values.of(~toInt(operand)) : Values.UNDEFINED;
            default -> operand.isNumber() ? operand : Values.UNDEFINED;
        };
    }

    static JsonNode and(JsonNode left, JsonNode right) {
        boolean decided = isFalse(left) || isFalse(right);
        return decided ? Values.of(false) : bothBoolean(left, right) ? Values.of(true) : Values.UNDEFINED;
    }

    static JsonNode or(JsonNode left, JsonNode right) {
        boolean decided = Values.isTrue(left) || Values.isTrue(right);
        return decided ? Values.of(true) : bothBoolean(left, right) ? Values.of(false) : Values.UNDEFINED;
    }

    static JsonNode binary(String operator, JsonNode left, JsonNode right) {
        return switch (operator) {
            case "=" -> equal(left, right, true);
            case "!=" -> equal(left, right, false);
            case "<", ">", "<=", ">=" -> compared(operator, left, right);
            case "||" ->
                left.isTextual() && right.isTextual()
                        ? Values.JSON.textNode(left.textValue() + right.textValue())
                        : Values.UNDEFINED;
            default -> left.isNumber() && right.isNumber() ? computed(operator, left, right) : Values.UNDEFINED;
        };
    }

    /**
     * Values of different types differ, as the service answers {@code c.name != null}; its reference has such comparisons
     * as undefined.
     *
     * @param wanted what equal values give
     */
    private static JsonNode equal(JsonNode left, JsonNode right, boolean wanted) {
        if (!Values.isDefined(left) || !Values.isDefined(right)) {
            return Values.UNDEFINED;
        }
        return Values.of((Values.sameType(left, right) && Values.equal(left, right)) == wanted);
    }

    private static JsonNode compared(String operator, JsonNode left, JsonNode right) {
        if (!Values.sameType(left, right) || left.isContainerNode()) {
            return Values.UNDEFINED;
        }
        int order = Values.ORDER.compare(left, right);
        return Values.of(
                switch (operator) {
                    case "<" -> order < 0;
                    case ">" -> order > 0;
                    case "<=" -> order <= 0;
                    default -> order >= 0;
                });
    }

    private static JsonNode computed(String operator, JsonNode left, JsonNode right) {
        double a = left.doubleValue();
        double b = right.doubleValue();
        return switch (operator) {
            case "+" -> Values.of(a + b);
            case "-" -> Values.of(a - b);
            case "*" -> Values.of(a * b);
            case "/" -> Values.of(a / b);
            case "%" -> Values.of(a % b);
            case "&" -> Values.of(toInt(left) & toInt(right));
            case "|" -> Values.of(toInt(left) | toInt(right));
            case "^" -> Values.of(toInt(left) ^ toInt(right));
            case "<<" -> Values.of(toInt(left) << toInt(right));
            case ">>" -> Values.of(toInt(left) >> toInt(right));
            case ">>>" -> Values.of(Integer.toUnsignedLong(toInt(left) >>> toInt(right)));
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** The low 32 bits of a number, as JavaScript takes them. */
    private static int toInt(JsonNode number) {
        return (int) (long) number.doubleValue();
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private static boolean bothBoolean(JsonNode left, JsonNode right) {
        return left.isBoolean() && right.isBoolean();
    }
}
