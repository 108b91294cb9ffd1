package dev.bobbin.emulator.share.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** JSON values on a page: rows as a table, a text as it reads, anything else laid out. */
final class JsonHtml {

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 50;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            // A number stays what the function or its caller wrote.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Html html;

    JsonHtml(Html html) {
        this.html = html;
    }

    /** The first rows of a list of objects. @param total how many there are */
    private record Rows(List<JsonNode> first, long total) {}

    /** The value of a JSON text; empty when it is none, or too long to be laid out. */
    static Optional<JsonNode> read(String json) {
        if (json.length() > Html.LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(json)).filter(value -> !value.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Adds the value of a JSON text; a text that is no JSON stays as it is. */
    void add(String json) {
        Optional<Rows> rows = rows(json);
        if (rows.isPresent()) {
            table(rows.get());
        } else {
            read(json).ifPresentOrElse(this::add, () -> html.element("pre", json));
        }
    }

    /** Adds a value. */
    void add(JsonNode value) {
        Optional<Rows> rows = value.isArray() ? rows(value.toString()) : Optional.empty();
        if (rows.isPresent()) {
            table(rows.get());
        } else {
            html.element("pre", words(value));
        }
    }

    /** A value as text. */
    static String words(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toPrettyString();
    }

    private static Optional<Rows> rows(String json) {
        List<JsonNode> first = new ArrayList<>();
        long total = 0;
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                total++;
                if (first.size() < MOST_ROWS) {
                    first.add(parser.readValueAsTree());
                } else {
                    parser.skipChildren();
                }
            }
            return total > 0 && parser.currentToken() == JsonToken.END_ARRAY
                    ? Optional.of(new Rows(first, total))
                            .filter(rows -> !columns(rows).isEmpty())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What its rows are made of, in order; none when there are too many for a page. */
    private static Set<String> columns(Rows rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.first().forEach(row -> row.fieldNames().forEachRemaining(columns::add));
        return columns.size() > MOST_COLUMNS ? Set.of() : columns;
    }

    private void table(Rows rows) {
        Set<String> columns = columns(rows);
        html.table(List.copyOf(columns));
        for (JsonNode row : rows.first()) {
            html.markup("<tr>");
            columns.forEach(column -> cell(row.get(column)));
            html.markup("</tr>");
        }
        html.endTable();
        if (rows.total() > rows.first().size()) {
            html.element(
                    "p",
                    html.words("change.more.rows", rows.total() - rows.first().size()));
        }
    }

    private void cell(JsonNode value) {
        html.markup(value != null && value.isNumber() ? "<td class=\"number\">" : "<td>");
        if (value == null) {
            html.element("i", html.words("page.missing"));
        } else if (value.isNull()) {
            html.markup("<i>null</i>");
        } else {
            html.text(value.isTextual() ? value.asText() : value.toString());
        }
        html.markup("</td>");
    }
}
