package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.SqlFilter;
import dev.bobbin.emulator.standin.documents.query.VectorPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container was made with, in the service's form: {@code {"id", "partitionKey": {"paths": […]}, …}}.
 *
 * <p>A container that nobody made, but somebody named, has no settings: its documents are told apart by their id alone,
 * and any of a document's values is taken for its partition key.
 */
record ContainerSettings(ObjectNode body) {

    /** Key of every document of a container without settings. */
    private static final String ANY = "*";

    /** Sorts after whatever a JSON value begins with. */
    private static final String AFTER_EVERY_VALUE = "~";

    private static final int DEPTH_OF_ANY = 3;

    static ContainerSettings unknown(String id) {
        return new ContainerSettings(JsonNodeFactory.instance.objectNode().put("id", id));
    }

    /** @throws DocumentError (400) when the service would not take them, or the stand-in cannot do what they ask for */
    void check() throws DocumentError {
        if (partitionPaths().isEmpty()) {
            throw DocumentError.badRequest("A container needs a partition key with at least one path.");
        }
        for (String path : partitionPaths()) {
            if (!path.startsWith("/") || path.length() < 2) {
                throw DocumentError.badRequest("The partition key component definition path '" + path
                        + "' could not be accepted: it must begin with a slash, such as '/category'.");
            }
        }
        JsonNode life = body.path("defaultTtl");
        if (!life.isMissingNode() && !isTimeToLive(life)) {
            throw DocumentError.ofTimeToLive(life);
        }
        if (!body.path("computedProperties").isEmpty()) {
            throw DocumentError.badRequest(
                    "Computed properties are not supported yet by the local stand-in. They may work"
                            + " in Cosmos DB.");
        }
    }

    /** Whether a value says how long something lives: seconds, or -1 for ever. */
    static boolean isTimeToLive(JsonNode seconds) {
        return seconds.isIntegralNumber()
                && seconds.canConvertToInt()
                && (seconds.intValue() > 0 || seconds.intValue() == -1);
    }

    boolean isKnown() {
        return body.has("partitionKey");
    }

    /** Pointers such as {@code /category}; several for a hierarchical key. */
    List<String> partitionPaths() {
        List<String> paths = new ArrayList<>();
        body.path("partitionKey").path("paths").forEach(path -> paths.add(path.asText()));
        return paths;
    }

    /** Seconds that documents live without a {@code ttl} of their own: 0 when nothing expires, -1 for ever. */
    long defaultTimeToLive() {
        return body.path("defaultTtl").asLong(0);
    }

    /** Lets through the documents that are not expired. @param now in seconds since 1970 */
    SqlFilter living(long now) {
        if (defaultTimeToLive() == 0) {
            return SqlFilter.ALL;
        }
        String seconds = "coalesce(json_extract(body, '$.ttl'), " + defaultTimeToLive() + ")";
        return new SqlFilter("(" + seconds + " < 0 OR json_extract(body, '$._ts') + " + seconds + " > ?)", now);
    }

    /** How vectors are compared. */
    VectorPolicy vectors() {
        return VectorPolicy.of(body.path("vectorEmbeddingPolicy"));
    }

    /** Groups of pointers whose values together are unique in a partition. */
    List<List<String>> uniqueKeys() {
        List<List<String>> keys = new ArrayList<>();
        for (JsonNode key : body.path("uniqueKeyPolicy").path("uniqueKeys")) {
            List<String> paths = new ArrayList<>();
            key.path("paths").forEach(path -> paths.add(path.asText()));
            keys.add(paths);
        }
        return keys;
    }

    /** The partition key of a document, as text. */
    String keyOf(JsonNode document) {
        if (!isKnown()) {
            return ANY;
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (String path : partitionPaths()) {
            JsonNode value = document.at(path);
            values.add(value.isMissingNode() || value.isContainerNode() ? undefined() : simple(value));
        }
        return values.toString();
    }

    /** The key of these values, as text. @param values as many as the key has levels */
    String keyOfValues(JsonNode values) {
        if (!isKnown()) {
            return ANY;
        }
        ArrayNode simple = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> simple.add(simple(value)));
        return simple.toString();
    }

    /** A whole number is the same key whether or not it is written with a fraction. */
    private static JsonNode simple(JsonNode value) {
        boolean whole = value.isFloatingPointNumber() && value.canConvertToExactIntegral() && value.canConvertToLong();
        return whole ? LongNode.valueOf(value.longValue()) : value;
    }

    /**
     * The partition that a condition leads to; null when it does not name one.
     *
     * @param values that properties must have, by pointer
     */
    @Nullable
    JsonNode partitionOf(Map<String, JsonNode> values) {
        ArrayNode key = JsonNodeFactory.instance.arrayNode();
        for (String path : partitionPaths()) {
            @Nullable JsonNode value = values.get(path);
            if (value == null || value.isContainerNode()) {
                return null;
            }
            key.add(value);
        }
        return key.isEmpty() ? null : key;
    }

    /** Lets through the documents of the partition, or of the partitions that begin with these values. */
    SqlFilter keys(JsonNode values) {
        if (!isKnown() || values.isEmpty()) {
            return SqlFilter.ALL;
        }
        String key = keyOfValues(values);
        if (values.size() == partitionPaths().size()) {
            return new SqlFilter("key = ?", key);
        }
        String beginning = key.substring(0, key.length() - 1) + ",";
        return new SqlFilter("key >= ? AND key < ?", beginning, beginning + AFTER_EVERY_VALUE);
    }

    /** Whether a document lies in the partition, or in one of the partitions, that the values name. */
    boolean isIn(JsonNode values, JsonNode document) {
        if (!isKnown()) {
            return values.isEmpty() || hasValue(document, values.get(0), DEPTH_OF_ANY);
        }
        List<String> paths = partitionPaths();
        for (int i = 0; i < values.size(); i++) {
            JsonNode value = document.at(paths.get(i));
            JsonNode wanted = values.get(i);
            boolean same = value.isMissingNode() ? wanted.isObject() : isSame(value, wanted);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasValue(JsonNode in, JsonNode wanted, int depth) {
        if (isSame(in, wanted)) {
            return true;
        }
        return depth > 0 && in.isObject() && in.valueStream().anyMatch(value -> hasValue(value, wanted, depth - 1));
    }

    /** Whether two values are one to the service, for which all numbers are doubles. */
    static boolean isSame(JsonNode a, JsonNode b) {
        return a.isNumber() && b.isNumber() ? a.doubleValue() == b.doubleValue() : a.equals(b);
    }

    /** Stands for a value that is not there. */
    static ObjectNode undefined() {
        return JsonNodeFactory.instance.objectNode();
    }
}
