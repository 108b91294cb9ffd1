package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * {@code VectorDistance(a, b, bruteForce, {"distanceFunction": …})}: always computed for every document, never by an
 * index. Similar vectors have a large cosine and dot product, and a small Euclidean distance.
 */
final class VectorDistance {

    static final String NAME = "VECTORDISTANCE";
    static final String COSINE = "cosine";

    private static final String DOT_PRODUCT = "dotproduct";
    private static final String EUCLIDEAN = "euclidean";

    private VectorDistance() {}

    /** The function that a call asks for: that of its fourth argument, else that of the property's policy. */
    static String function(Expression.Call call, List<JsonNode> arguments, VectorPolicy policy) {
        String own = Arguments.at(arguments, 3).path("distanceFunction").asText("");
        if (!own.isEmpty()) {
            return own.toLowerCase(Locale.ROOT);
        }
        String first = policy.functionOf(call.arguments().get(0));
        return first.equals(COSINE) ? policy.functionOf(call.arguments().get(1)) : first;
    }

    /** Undefined unless both are arrays of numbers of one length. */
    static JsonNode of(List<JsonNode> arguments, String function) {
        JsonNode a = arguments.get(0);
        JsonNode b = arguments.get(1);
        if (!isVector(a) || !isVector(b) || a.size() != b.size()) {
            return Values.UNDEFINED;
        }
        return switch (function) {
            case COSINE -> Values.of(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)));
            case DOT_PRODUCT -> Values.of(dot(a, b));
            case EUCLIDEAN -> Values.of(Math.sqrt(dot(a, a) - 2 * dot(a, b) + dot(b, b)));
            default -> Values.UNDEFINED;
        };
    }

    /**
     * What ORDER BY sorts by, so that the most similar come first and those without a distance last (query reference,
     * VectorDistance).
     */
    static JsonNode rank(JsonNode distance, String function) {
        if (!distance.isNumber()) {
            return Values.of(Double.MAX_VALUE);
        }
        return Values.of(function.equals(EUCLIDEAN) ? distance.doubleValue() : -distance.doubleValue());
    }

    private static boolean isVector(JsonNode value) {
        return value.isArray() && !value.isEmpty() && value.valueStream().allMatch(JsonNode::isNumber);
    }

    private static double dot(JsonNode a, JsonNode b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i).doubleValue() * b.get(i).doubleValue();
        }
        return sum;
    }
}
