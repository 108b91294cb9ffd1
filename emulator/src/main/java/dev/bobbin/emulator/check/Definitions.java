package dev.bobbin.emulator.check;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonElement.JsonArray;
import dev.bobbin.emulator.item.JsonElement.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of {@code definition.json} that leave the rest of its text as it is. */
public final class Definitions {

    private static final JsonPointer LIBRARIES = JsonPointer.compile("/libraries");
    private static final JsonPointer PUBLIC = JsonPointer.compile("/libraries/public");
    private static final JsonPointer PRIVATE = JsonPointer.compile("/libraries/private");

    private static final String OWN_WORKSPACE = "00000000-0000-0000-0000-000000000000";

    private Definitions() {}

    /** Without the element a pointer leads to; the same when it leads to nothing. */
    public static JsonDocument without(JsonDocument json, String pointer) {
        JsonPointer compiled = JsonPointer.compile(pointer);
        return json.at(compiled).isPresent() ? json.remove(compiled) : json;
    }

    /** With a further function. */
    public static JsonDocument withFunction(JsonDocument json, String name, String description) {
        ObjectNode entry =
                object().put("name", name).put("description", description).put("isPublicEndpointEnabled", true);
        return append(json, JsonPointer.compile("/functions"), entry);
    }

    /**
     * With a further data source of the item's own workspace. Source: item definition, "ConnectedDataSourceObject".
     *
     * @param artifactId of the source; nobody knows it before the item is connected in Fabric, so any will do here
     */
    public static JsonDocument withDataSource(JsonDocument json, String alias, ArtifactType type, UUID artifactId) {
        ObjectNode entry = object().put("alias", alias)
                .put("artifactId", artifactId.toString())
                .put("artifactType", type.wireName())
                .put("workspaceId", OWN_WORKSPACE);
        return append(json, JsonPointer.compile("/connectedDataSources"), entry);
    }

    /** With a further library of the package index. @param version null when it is to be chosen later */
    public static JsonDocument withPublicLibrary(JsonDocument json, String name, @Nullable String version) {
        ObjectNode entry = object().put("name", name).put("type", "PYPI").put("version", version);
        // Schema 1.0.0 has one list for all libraries.
        boolean oneList = json.at(LIBRARIES).orElse(null) instanceof JsonArray;
        return append(json, oneList ? LIBRARIES : PUBLIC, entry);
    }

    /** With a further wheel. */
    public static JsonDocument withWheel(JsonDocument json, String name) {
        boolean oneList = json.at(LIBRARIES).orElse(null) instanceof JsonArray;
        return append(
                json, oneList ? LIBRARIES : PRIVATE, object().put("name", name).put("type", "WHEEL"));
    }

    private static JsonDocument append(JsonDocument json, JsonPointer list, JsonNode entry) {
        if (!(json.root().orElse(null) instanceof JsonObject)) {
            return json;
        }
        JsonDocument document = json;
        if (list.head() != null
                && !list.head().matches()
                && document.at(list.head()).isEmpty()) {
            document = document.set(list.head(), object());
        }
        if (document.at(list).orElse(null) instanceof JsonArray array) {
            return document.insert(list, array.elements().size(), entry);
        }
        boolean parent = document.at(list.head()).orElse(null) instanceof JsonObject;
        return parent && document.at(list).isEmpty()
                ? document.set(list, JsonNodeFactory.instance.arrayNode().add(entry))
                : document;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
