package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.DocumentQuery;
import dev.bobbin.emulator.standin.documents.query.QueryError;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs queries and hands their rows out in pages. */
final class QueryPages {

    private static final int PAGE_ROWS = 1000;

    private final Clock clock;
    private JsonNode lastQuestion = JsonNodeFactory.instance.missingNode();
    private List<JsonNode> lastRows = List.of();

    QueryPages(Clock clock) {
        this.clock = clock;
    }

    /**
     * One page: {@code {"rows": […], "continuation": "…" or null}}.
     *
     * @param arguments {@code query}, {@code parameters} [{name, value}], {@code partitionKey}, {@code crossPartition},
     *     {@code pageSize}, {@code continuation}
     */
    ObjectNode page(Container container, JsonNode arguments) throws DocumentError, IOException {
        int start = start(arguments);
        ObjectNode question = arguments.deepCopy();
        question.remove(List.of("continuation", "pageSize"));
        // Later pages come from the rows the first one was cut from: the query is not run again for each.
        if (start == 0 || !question.equals(lastQuestion)) {
            lastRows = rows(container, arguments);
            lastQuestion = question;
        }
        int size = arguments.path("pageSize").asInt(0);
        int end = Math.min(lastRows.size(), start + (size > 0 ? size : PAGE_ROWS));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("rows").addAll(lastRows.subList(Math.min(start, end), end));
        if (end < lastRows.size()) {
            page.put("continuation", String.valueOf(end));
        } else {
            page.putNull("continuation");
            lastRows = List.of();
            lastQuestion = JsonNodeFactory.instance.missingNode();
        }
        return page;
    }

    private static int start(JsonNode arguments) throws DocumentError {
        String token = arguments.path("continuation").asText("");
        try {
            return token.isEmpty() ? 0 : Integer.parseUnsignedInt(token);
        } catch (NumberFormatException e) {
            throw DocumentError.badRequest("INVALID_CONTINUATION_TOKEN: '" + token + "'");
        }
    }

    private List<JsonNode> rows(Container container, JsonNode arguments) throws DocumentError, IOException {
        try {
            DocumentQuery query = DocumentQuery.parse(arguments.path("query").asText());
            @Nullable JsonNode partition = arguments.get("partitionKey");
            ContainerSettings settings = container.settings();
            boolean scoped = partition != null
                    || arguments.path("crossPartition").asBoolean()
                    || !settings.isKnown()
                    || query.namesPartition(settings.partitionPaths());
            if (!scoped) {
                throw DocumentError.crossPartition();
            }
            return query.run(
                    parameters(arguments),
                    container.documents(partition).stream().map(JsonNode.class::cast),
                    clock);
        } catch (QueryError e) {
            throw DocumentError.badRequest(inServiceForm(e));
        }
    }

    private static Map<String, JsonNode> parameters(JsonNode arguments) {
        Map<String, JsonNode> parameters = new HashMap<>();
        for (JsonNode parameter : arguments.path("parameters")) {
            parameters.put(parameter.path("name").asText(), parameter.path("value"));
        }
        return parameters;
    }

    private static String inServiceForm(QueryError e) {
        ObjectNode errors = JsonNodeFactory.instance.objectNode();
        ObjectNode error = errors.putArray("errors").addObject().put("severity", "Error");
        error.putObject("location").put("start", e.start()).put("end", e.end());
        error.put("code", e.code()).put("message", e.getMessage());
        return errors.toString();
    }
}
