package dev.bobbin.emulator.standin.sql.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON objects, one a line or in one array. The columns are the keys of the first thousand. */
final class JsonLinesRows implements RowReader {

    private static final int LOOKED_AT = 1000;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private final MappingIterator<JsonNode> objects;
    private final Deque<JsonNode> ahead = new ArrayDeque<>();
    private final List<String> columns;
    private long row;

    private JsonLinesRows(MappingIterator<JsonNode> objects) throws IOException {
        this.objects = objects;
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode object = read(); object != null; object = ahead.size() < LOOKED_AT ? read() : null) {
            object.fieldNames().forEachRemaining(names::add);
            ahead.add(object);
        }
        if (names.isEmpty()) {
            throw PlainException.of("import.no-objects");
        }
        this.columns = List.copyOf(names);
    }

    static JsonLinesRows open(Path file) throws IOException {
        return new JsonLinesRows(JSON.readValues(file.toFile()));
    }

    private @Nullable JsonNode read() throws IOException {
        try {
            JsonNode next = objects.hasNextValue() ? objects.nextValue() : null;
            if (next != null && !next.isObject()) {
                throw PlainException.of("import.no-object", row + ahead.size() + 1, next.getNodeType());
            }
            return next;
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.text", JsonFault.words(e)).because(e);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        JsonNode object = ahead.isEmpty() ? read() : ahead.removeFirst();
        if (object == null) {
            return null;
        }
        row++;
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            values.add(value(object.get(column)));
        }
        for (var names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!columns.contains(name)) {
                throw PlainException.of("import.late-key", row, name, LOOKED_AT);
            }
        }
        return values;
    }

    private static @Nullable Object value(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong() ? (Object) node.longValue() : node.decimalValue();
            case STRING -> node.textValue();
            default -> node.toString();
        };
    }

    @Override
    public String place() {
        return "row " + row;
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
