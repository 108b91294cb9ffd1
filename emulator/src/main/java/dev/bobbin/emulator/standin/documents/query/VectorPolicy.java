package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the vectors of a container are compared.
 *
 * @param functions the distance function by the path of the property, such as {@code /vector}
 */
public record VectorPolicy(Map<String, String> functions) {

    /** A container that says nothing about vectors. */
    public static final VectorPolicy NONE = new VectorPolicy(Map.of());

    public VectorPolicy {
        functions = Map.copyOf(functions);
    }

    /** Reads a {@code vectorEmbeddingPolicy}; what is not there or no such policy says nothing. */
    public static VectorPolicy of(JsonNode policy) {
        Map<String, String> functions = new HashMap<>();
        for (JsonNode embedding : policy.path("vectorEmbeddings")) {
            functions.put(
                    embedding.path("path").asText(),
                    embedding
                            .path("distanceFunction")
                            .asText(VectorDistance.COSINE)
                            .toLowerCase(Locale.ROOT));
        }
        return new VectorPolicy(functions);
    }

    /** The function for a property; cosine where nothing is said. */
    String functionOf(Expression property) {
        return functions.getOrDefault(path(property), VectorDistance.COSINE);
    }

    private static String path(Expression expression) {
        return expression instanceof Expression.Property property
                ? path(property.target()) + "/" + property.name()
                : "";
    }
}
