package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.DocumentQuery;
import dev.bobbin.emulator.standin.documents.query.QueryError;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs queries and hands their rows out in pages. A page is made when it is asked for. */
final class QueryPages {

    private static final int PAGE_ROWS = 1000;

    /** A function reads few queries side by side; those that it gave up must not pile up. */
    private static final int OPEN_QUERIES = 16;

    private final Clock clock;

    /** Queries whose next page is still to come, those given up first at the front. */
    private final Map<NextPage, Iterator<JsonNode>> open = new LinkedHashMap<>();

    private record NextPage(JsonNode question, long start) {}

    QueryPages(Clock clock) {
        this.clock = clock;
    }

    /**
     * One page: {@code {"rows": […], "continuation": "…" or null}}.
     *
     * @param arguments {@code query}, {@code parameters} [{name, value}], {@code partitionKey}, {@code crossPartition},
     *     {@code pageSize}, {@code continuation}
     */
    ObjectNode page(Container container, JsonNode arguments) throws DocumentError {
        long start = start(arguments);
        ObjectNode question = arguments.deepCopy();
        question.remove(List.of("continuation", "pageSize"));
        try {
            @Nullable Iterator<JsonNode> rows = open.remove(new NextPage(question, start));
            if (rows == null) {
                rows = rows(container, arguments, start);
            }
            int size = arguments.path("pageSize").asInt(0);
            ObjectNode page = JsonNodeFactory.instance.objectNode();
            ArrayNode shown = page.putArray("rows");
            while (shown.size() < (size > 0 ? size : PAGE_ROWS) && rows.hasNext()) {
                shown.add(rows.next());
            }
            boolean more = rows.hasNext();
            page.put("continuation", more ? String.valueOf(start + shown.size()) : null);
            if (more) {
                keep(new NextPage(question, start + shown.size()), rows);
            }
            return page;
        } catch (QueryError e) {
            throw DocumentError.badRequest(inServiceForm(e));
        }
    }

    private void keep(NextPage next, Iterator<JsonNode> rows) {
        if (open.size() == OPEN_QUERIES) {
            open.remove(open.keySet().iterator().next());
        }
        open.put(next, rows);
    }

    private static long start(JsonNode arguments) throws DocumentError {
        String token = arguments.path("continuation").asText("");
        try {
            return token.isEmpty() ? 0 : Long.parseUnsignedLong(token);
        } catch (NumberFormatException e) {
            throw DocumentError.badRequest("INVALID_CONTINUATION_TOKEN: '" + token + "'");
        }
    }

    private Iterator<JsonNode> rows(Container container, JsonNode arguments, long start) throws DocumentError {
        DocumentQuery query = parsed(arguments);
        ContainerSettings settings = container.settings();
        @Nullable JsonNode partition = arguments.get("partitionKey");
        if (partition == null) {
            partition = settings.partitionOf(query.equalities());
        }
        if (partition == null
                && settings.isKnown()
                && !arguments.path("crossPartition").asBoolean()) {
            throw DocumentError.crossPartition();
        }
        return query.run(container.documents(partition, query.filter(), query.properties()), clock, settings.vectors())
                .skip(start)
                .iterator();
    }

    /**
     * The query of {@code query} and {@code parameters}.
     *
     * @throws DocumentError when it is not valid
     */
    DocumentQuery query(JsonNode arguments) throws DocumentError {
        try {
            return parsed(arguments);
        } catch (QueryError e) {
            throw DocumentError.badRequest(inServiceForm(e));
        }
    }

    private static DocumentQuery parsed(JsonNode arguments) {
        return DocumentQuery.parse(arguments.path("query").asText(), parameters(arguments));
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
