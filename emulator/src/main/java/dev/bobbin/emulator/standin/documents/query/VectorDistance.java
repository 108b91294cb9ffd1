package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * {@code VectorDistance(a, b, bruteForce, {"distanceFunction": …})}: always computed for every document, never by an
 * index. Similar vectors have a large cosine and dot product, and a small Euclidean distance.
 */
final class VectorDistance {

    private VectorDistance() {}

    /** Undefined unless both are arrays of numbers of one length. */
    static JsonNode of(List<JsonNode> arguments) {
        JsonNode a = arguments.get(0);
        JsonNode b = arguments.get(1);
        if (!isVector(a) || !isVector(b) || a.size() != b.size()) {
            return Values.UNDEFINED;
        }
        String function = Arguments.at(arguments, 3).path("distanceFunction").asText("cosine");
        return switch (function.toLowerCase(Locale.ROOT)) {
            case "cosine" -> Values.of(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)));
            case "dotproduct" -> Values.of(dot(a, b));
            case "euclidean" -> Values.of(Math.sqrt(dot(a, a) - 2 * dot(a, b) + dot(b, b)));
            default -> Values.UNDEFINED;
        };
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
