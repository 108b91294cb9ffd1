package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A query of Cosmos DB with the values of its parameters, ready to be run over documents. */
public final class DocumentQuery {

    private final Query query;
    private final Map<String, JsonNode> parameters;

    private DocumentQuery(Query query, Map<String, JsonNode> parameters) {
        this.query = query;
        this.parameters = parameters;
    }

    /**
     * @param parameters by name, with the at sign
     * @throws QueryError when the text is no query, asks for what is not supported, or uses a name that means nothing
     */
    public static DocumentQuery parse(String text, Map<String, JsonNode> parameters) {
        Query query = QueryParser.parse(text);
        NameRule.check(query, parameters);
        return new DocumentQuery(query, Map.copyOf(parameters));
    }

    /** The values that properties of a document must have for the query to give a row, by pointers such as {@code /category}. */
    public Map<String, JsonNode> equalities() {
        return Narrowing.equalities(query, parameters);
    }

    /** What every document has that can give a row; others may have it too. */
    public SqlFilter filter() {
        return Narrowing.filter(query, parameters);
    }

    /** The properties of a document that matter to the query; empty when all do. */
    public Optional<Set<String>> properties() {
        return NeededProperties.of(query);
    }

    /**
     * The rows, in order, made as they are asked for.
     *
     * @param documents those of the container, or of those that pass {@link #filter()}
     * @param clock what the time functions ask
     * @throws QueryError then or later, when the query turns out to make no sense
     */
    public Stream<JsonNode> run(Stream<? extends JsonNode> documents, Clock clock) {
        return run(documents, clock, VectorPolicy.NONE);
    }

    /** The same over the documents of a container that says how its vectors are compared. */
    public Stream<JsonNode> run(Stream<? extends JsonNode> documents, Clock clock, VectorPolicy vectors) {
        return new QueryRun(parameters, new Functions(clock), vectors).overDocuments(query, documents);
    }
}
