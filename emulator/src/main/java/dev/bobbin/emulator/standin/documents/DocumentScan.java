package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.SqlFilter;
import dev.bobbin.emulator.standin.documents.query.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads documents in the order of their making, some at a time. No statement stays open between two reads, so the reader
 * may write meanwhile: a document that it changes keeps its place, and one that it makes is not seen by this scan.
 * Failures are {@link UncheckedIOException}.
 */
final class DocumentScan implements Iterator<ObjectNode> {

    private static final int AT_A_TIME = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory TOKENS = JSON.getFactory();

    /**
     * What to read.
     *
     * @param properties those of a document that are wanted; empty for all
     */
    record Range(String database, String container, SqlFilter filter, Optional<Set<String>> properties) {}

    private final DocumentStatements statements;
    private final Range range;
    private final Deque<ObjectNode> waiting = new ArrayDeque<>();
    private long last;
    private final long end;
    private boolean exhausted;

    DocumentScan(DocumentStatements statements, Range range) {
        this.statements = statements;
        this.range = range;
        this.end = greatestNumber();
    }

    Stream<ObjectNode> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    @Override
    public boolean hasNext() {
        if (waiting.isEmpty() && !exhausted) {
            readMore();
        }
        return !waiting.isEmpty();
    }

    @Override
    public ObjectNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return waiting.remove();
    }

    private long greatestNumber() {
        String sql = "SELECT coalesce(max(number), 0) FROM documents WHERE database = ? AND container = ?";
        try {
            return statements
                    .rows(sql, List.of(range.database(), range.container()), row -> row.getLong(1))
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readMore() {
        Stop.check();
        String sql =
                "SELECT number, body FROM documents WHERE database = ? AND container = ? AND number > ? AND number <= ?"
                        + " AND " + range.filter().sql() + " ORDER BY number LIMIT " + AT_A_TIME;
        List<Object> parameters = new ArrayList<>(List.of(range.database(), range.container(), last, end));
        parameters.addAll(range.filter().values());
        try {
            statements.rows(sql, parameters, row -> {
                last = row.getLong(1);
                return waiting.add(document(row.getString(2)));
            });
            exhausted = waiting.size() < AT_A_TIME;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode document(String body) throws IOException {
        if (range.properties().isEmpty()) {
            return DocumentStatements.body(body);
        }
        Set<String> wanted = range.properties().get();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        try (JsonParser tokens = TOKENS.createParser(body)) {
            tokens.nextToken();
            while (tokens.nextToken() == JsonToken.FIELD_NAME) {
                String name = tokens.currentName();
                tokens.nextToken();
                if (wanted.contains(name)) {
                    document.set(name, JSON.<JsonNode>readTree(tokens));
                } else {
                    tokens.skipChildren();
                }
            }
        }
        return document;
    }
}
