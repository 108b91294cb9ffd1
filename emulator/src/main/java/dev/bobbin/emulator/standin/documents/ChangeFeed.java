package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.Stop;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the documents of a container in the order of their last change, in pages. As in the service's mode "latest
 * version", what was deleted is not seen, nor is what a document was before its last change.
 */
final class ChangeFeed {

    private static final int PAGE_DOCUMENTS = 1000;

    private ChangeFeed() {}

    /** A document and the number of its last change, which grows with each change in the account. */
    record Changed(long number, ObjectNode document) {}

    /**
     * One page: {@code {"rows": […], "continuation": "…"}}. The continuation leads to what is changed later, also when there
     * is nothing yet.
     *
     * @param arguments {@code continuation}, or else {@code start}: "Now", "Beginning" or seconds since 1970;
     *     {@code partitionKey}, {@code pageSize}
     */
    static ObjectNode page(Container container, JsonNode arguments) throws DocumentError, IOException {
        int size = arguments.path("pageSize").asInt(0);
        JsonNode start = arguments.path("start");
        long after = after(container, arguments);
        @Nullable JsonNode partition = arguments.get("partitionKey");
        int limit = size > 0 ? size : PAGE_DOCUMENTS;
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = page.putArray("rows");
        List<Changed> found;
        do {
            Stop.check();
            found = container.changes(partition, after, start.asLong(0), limit);
            for (Changed changed : found) {
                after = changed.number();
                if (container.isSeen(changed.document(), partition)) {
                    rows.add(changed.document().put("_lsn", changed.number()));
                }
            }
        } while (rows.isEmpty() && !found.isEmpty()); // an empty page would end the reading
        return page.put("continuation", String.valueOf(after));
    }

    private static long after(Container container, JsonNode arguments) throws DocumentError, IOException {
        String token = arguments.path("continuation").asText("");
        if (token.isEmpty()) {
            return arguments.path("start").asText().equals("Now") ? container.latestChange() : 0;
        }
        try {
            return Long.parseUnsignedLong(token.replace("\"", ""));
        } catch (NumberFormatException e) {
            throw DocumentError.badRequest("The continuation '" + token + "' is not one of this change feed.");
        }
    }
}
