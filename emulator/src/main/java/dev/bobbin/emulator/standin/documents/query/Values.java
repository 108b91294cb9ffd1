package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bobbin.emulator.standin.CodePointOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/**
 * JSON values as the query language sees them. Undefined is a {@link MissingNode}. Numbers are doubles; whole ones are
 * shown without a fraction.
 */
final class Values {

    static final JsonNode UNDEFINED = MissingNode.getInstance();
    static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The largest whole number below which every whole number is a double. */
    private static final double LARGEST_EXACT = 9007199254740992.0;

    /** Order of all values. Source: "ORDER BY", types sort as undefined, null, booleans, numbers, texts, arrays, objects. */
    static final Comparator<JsonNode> ORDER = Values::compare;

    private Values() {}

    static JsonNode of(boolean value) {
        return BooleanNode.valueOf(value);
    }

    static JsonNode of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return UNDEFINED;
        }
        return value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }

    static JsonNode number(Token token) {
        String text = token.text();
        try {
            return text.startsWith("0x") || text.startsWith("0X")
                    ? LongNode.valueOf(Long.parseLong(text.substring(2), 16))
                    : of(new BigDecimal(text).doubleValue());
        } catch (NumberFormatException e) {
            throw QueryError.syntax(token);
        }
    }

    static boolean isDefined(JsonNode value) {
        return !value.isMissingNode();
    }

    static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
    }

    /** True when values of these types can be compared; otherwise a comparison is undefined. */
    static boolean sameType(JsonNode a, JsonNode b) {
        return isDefined(a) && isDefined(b) && rank(a) == rank(b);
    }

    static boolean equal(JsonNode a, JsonNode b) {
        if (rank(a) != rank(b) || a.size() != b.size()) {
            return false;
        }
        if (a.isNumber()) {
            return a.doubleValue() == b.doubleValue();
        }
        if (a.isArray()) {
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a.isObject()) {
            for (Map.Entry<String, JsonNode> property : a.properties()) {
                JsonNode other = b.path(property.getKey());
                if (!isDefined(other) || !equal(property.getValue(), other)) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }

    private static int compare(JsonNode a, JsonNode b) {
        int byType = Integer.compare(rank(a), rank(b));
        if (byType != 0) {
            return byType;
        }
        if (a.isNumber()) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (a.isBoolean()) {
            return Boolean.compare(a.booleanValue(), b.booleanValue());
        }
        if (a.isTextual()) {
            return CodePointOrder.INSTANCE.compare(a.textValue(), b.textValue());
        }
        return a.isContainerNode() ? a.toString().compareTo(b.toString()) : 0;
    }

    private static int rank(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> 0;
            case NULL -> 1;
            case BOOLEAN -> 2;
            case NUMBER -> 3;
            case STRING, BINARY -> 4;
            case ARRAY -> 5;
            case OBJECT, POJO -> 6;
        };
    }

    /** A value in a form that is the same for equal values. */
    static JsonNode canonical(JsonNode value) {
        if (value.isNumber()) {
            return of(value.doubleValue());
        }
        if (value.isArray()) {
            var array = JSON.arrayNode();
            value.forEach(element -> array.add(canonical(element)));
            return array;
        }
        if (value.isObject()) {
            var object = JSON.objectNode();
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(property -> object.set(property.getKey(), canonical(property.getValue())));
            return object;
        }
        return value;
    }
}
