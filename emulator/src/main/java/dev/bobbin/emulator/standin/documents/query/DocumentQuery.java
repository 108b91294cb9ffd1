package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A query of Cosmos DB, ready to be run over documents. */
public final class DocumentQuery {

    private final Query query;

    private DocumentQuery(Query query) {
        this.query = query;
    }

    /** @throws QueryError when the text is no query, or asks for what is not supported */
    public static DocumentQuery parse(String text) {
        return new DocumentQuery(QueryParser.parse(text));
    }

    /**
     * Whether the query itself asks for one partition only.
     *
     * @param paths of the container's partition key, such as {@code /category}
     */
    public boolean namesPartition(List<String> paths) {
        return PartitionRule.namesPartition(query, paths);
    }

    /**
     * The rows, in order.
     *
     * @param parameters by name, with the at sign
     * @param documents those of the container
     * @param clock what the time functions ask
     * @throws QueryError when the query turns out to make no sense, such as a name that means nothing
     */
    public List<JsonNode> run(Map<String, JsonNode> parameters, Stream<JsonNode> documents, Clock clock) {
        return new QueryRun(parameters, new Functions(clock)).overDocuments(query, documents);
    }
}
