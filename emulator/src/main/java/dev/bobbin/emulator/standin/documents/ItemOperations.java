package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.DocumentQuery;
import dev.bobbin.emulator.standin.documents.query.QueryError;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Carries out operations on single documents, alone or several together. */
final class ItemOperations {

    private final Container container;
    private final Clock clock;

    ItemOperations(Container container, Clock clock) {
        this.container = container;
        this.clock = clock;
    }

    /** @param arguments {@code id}, {@code body}, {@code partitionKey}, {@code operations}, {@code ifMatch}, … */
    JsonNode carryOut(String operation, JsonNode arguments) throws DocumentError, IOException {
        @Nullable JsonNode partition = arguments.get("partitionKey");
        Condition condition = Condition.of(arguments);
        String id = arguments.path("id").asText();
        return switch (operation) {
            case "create" -> container.create(body(arguments), partition);
            case "upsert" -> container.upsert(body(arguments), partition, condition);
            case "replace" -> container.replace(id, body(arguments), partition, condition);
            case "read" -> container.read(id, needed(partition));
            case "patch" -> patch(id, needed(partition), arguments, condition);
            case "delete" -> {
                container.delete(id, needed(partition), condition);
                yield NullNode.instance;
            }
            case "deletePartition" -> {
                container.deletePartition(needed(partition));
                yield NullNode.instance;
            }
            default -> throw DocumentError.badRequest("The operation '" + operation + "' is not known.");
        };
    }

    private JsonNode patch(String id, JsonNode partition, JsonNode arguments, Condition condition)
            throws DocumentError, IOException {
        String filter = arguments.path("filter").asText("");
        if (!filter.isEmpty()) {
            ObjectNode document = container.read(id, partition);
            if (!holds(filter, document)) {
                throw DocumentError.precondition();
            }
        }
        return container.patch(id, partition, arguments.path("operations"), condition);
    }

    /** @param filter {@code FROM c WHERE …} */
    private boolean holds(String filter, ObjectNode document) throws DocumentError {
        try {
            return DocumentQuery.parse("SELECT VALUE 1 " + filter, Map.of())
                    .run(Stream.of(document), clock)
                    .findAny()
                    .isPresent();
        } catch (QueryError e) {
            throw DocumentError.badRequest("The filter of the patch is not valid: " + e.getMessage());
        }
    }

    /**
     * Several operations on one partition, which succeed or fail together. Is to be called within one unit of work.
     *
     * @return the answers, {@code status} and {@code body}; the last has an {@code error} when it failed, and then everything must be undone
     */
    ArrayNode batch(JsonNode operations) throws IOException {
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode operation : operations) {
            try {
                int status = statusOf(operation);
                JsonNode body = carryOut(operation.path("operation").asText(), operation);
                answers.addObject().put("status", status).set("body", body);
            } catch (DocumentError e) {
                ObjectNode error = answers.addObject().putObject("error");
                error.put("status", e.status()).put("subStatus", e.subStatus()).put("code", e.code());
                error.put("message", e.getMessage());
                return answers;
            }
        }
        return answers;
    }

    /** The status an operation has when it succeeds. */
    private int statusOf(JsonNode operation) throws DocumentError, IOException {
        return switch (operation.path("operation").asText()) {
            case "create" -> 201;
            case "upsert" -> container.contains(body(operation), operation.get("partitionKey")) ? 200 : 201;
            case "delete" -> 204;
            default -> 200;
        };
    }

    private static ObjectNode body(JsonNode arguments) throws DocumentError {
        if (arguments.path("body") instanceof ObjectNode body) {
            return body;
        }
        throw DocumentError.badRequest("A document must be a JSON object.");
    }

    private static JsonNode needed(@Nullable JsonNode partition) throws DocumentError {
        if (partition == null) {
            throw DocumentError.badRequest("PartitionKey value must be supplied for this operation.");
        }
        return partition;
    }
}
