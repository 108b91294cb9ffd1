package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Partial updates of a document: {@code add}, {@code set}, {@code replace}, {@code remove}, {@code incr}, {@code move}.
 * Source: "Partial document update in Azure Cosmos DB".
 */
final class Patch {

    private static final int MOST_OPERATIONS = 10;
    private static final Set<String> SYSTEM =
            Set.of("/id", "/_id", "/_rid", "/_self", "/_etag", "/_ts", "/_attachments");

    private static final Set<String> VALUED = Set.of("add", "set", "replace", "incr");

    private Patch() {}

    /** Changes the document. */
    static void apply(ObjectNode document, JsonNode operations) throws DocumentError {
        if (!operations.isArray() || operations.isEmpty()) {
            throw DocumentError.badRequest("A patch needs a list of operations.");
        }
        if (operations.size() > MOST_OPERATIONS) {
            throw DocumentError.badRequest("The number of patch operations can't exceed " + MOST_OPERATIONS + ".");
        }
        for (JsonNode operation : operations) {
            apply(document, operation.path("op").asText(), operation);
        }
    }

    private static void apply(ObjectNode document, String name, JsonNode operation) throws DocumentError {
        JsonPointer path = pointer(operation.path("path").asText());
        JsonNode value = operation.path("value");
        if (value.isMissingNode() && VALUED.contains(name)) {
            throw DocumentError.badRequest("The patch operation '" + name + "' needs a value.");
        }
        switch (name) {
            case "add" -> put(document, path, value, true);
            case "set" -> put(document, path, value, false);
            case "replace" -> {
                existing(document, path, name);
                put(document, path, value, false);
            }
            case "remove" -> {
                existing(document, path, name);
                remove(document, path);
            }
            case "incr" -> put(document, path, sum(document.at(path), value, path), false);
            case "move" -> {
                JsonPointer from = pointer(operation.path("from").asText());
                JsonNode moved = existing(document, from, name);
                remove(document, from);
                put(document, path, moved, true);
            }
            default -> throw DocumentError.badRequest("The patch operation '" + name + "' is not known.");
        }
    }

    private static JsonPointer pointer(String path) throws DocumentError {
        if (SYSTEM.contains(path)) {
            throw DocumentError.badRequest("Cannot patch system property '" + path + "'.");
        }
        if (!path.startsWith("/") || path.length() < 2) {
            throw DocumentError.badRequest("The patch path '" + path + "' must begin with a slash and a name.");
        }
        return JsonPointer.compile(path);
    }

    private static JsonNode existing(ObjectNode document, JsonPointer path, String name) throws DocumentError {
        JsonNode value = document.at(path);
        if (value.isMissingNode()) {
            throw DocumentError.badRequest(
                    "For " + name + " operation, the path '" + path + "' must exist in the document, and it does not.");
        }
        return value;
    }

    private static JsonNode sum(JsonNode before, JsonNode by, JsonPointer path) throws DocumentError {
        if (!by.isNumber() || !before.isMissingNode() && !before.isNumber()) {
            throw DocumentError.badRequest("Only a number can be incremented by a number; '" + path + "' cannot.");
        }
        boolean whole = by.isIntegralNumber() && (before.isMissingNode() || before.isIntegralNumber());
        return whole
                ? LongNode.valueOf(before.asLong() + by.longValue())
                : DoubleNode.valueOf(before.asDouble() + by.doubleValue());
    }

    /** @param inserts whether an element of an array is put before the one that is there, not in its place */
    private static void put(ObjectNode document, JsonPointer path, JsonNode value, boolean inserts)
            throws DocumentError {
        JsonNode parent = document.at(path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            int index = last.equals("-") ? array.size() : path.last().getMatchingIndex();
            if (index < 0 || index > array.size()) {
                throw DocumentError.badRequest("The index of the patch path '" + path + "' is out of the array.");
            }
            if (inserts || index == array.size()) {
                array.insert(index, value);
            } else {
                array.set(index, value);
            }
        } else {
            throw DocumentError.badRequest("The patch path '" + path + "' leads through what is no object or array.");
        }
    }

    private static void remove(ObjectNode document, JsonPointer path) {
        JsonNode parent = document.at(path.head());
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.remove(path.last().getMatchingIndex());
        }
    }
}
