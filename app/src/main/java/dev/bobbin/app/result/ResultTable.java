package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list of objects as a table.
 *
 * @param columns keys of the objects, in the order they first appear
 * @param rows what each object holds, by key; text of the value, nested values as JSON
 * @param cut whether there are more objects, or more columns, than kept
 */
public record ResultTable(List<String> columns, List<Map<String, Cell>> rows, boolean cut) {

    /** Most rows kept. */
    public static final int MOST_ROWS = 10_000;

    /** Most columns kept. */
    public static final int MOST_COLUMNS = 100;

    private static final int LONGEST_CELL = 500;

    /** A value. @param number whether it is a number, and so stands on the right */
    public record Cell(String text, boolean number) {}

    public ResultTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table of that JSON; empty when it is anything but a list of objects. */
    public static Optional<ResultTable> of(String json) {
        try (JsonParser parser = OutputPreview.JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_ARRAY ? read(parser, json) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<ResultTable> read(JsonParser parser, String json) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<Map<String, Cell>> rows = new ArrayList<>();
        boolean cut = false;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            if (rows.size() == MOST_ROWS) {
                cut = true;
                break;
            }
            Map<String, Cell> row = row(parser, json);
            for (String column : row.keySet()) {
                cut |= columns.size() >= MOST_COLUMNS && !columns.containsKey(column);
                if (columns.size() < MOST_COLUMNS) {
                    columns.putIfAbsent(column, columns.size());
                }
            }
            rows.add(row);
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResultTable(List.copyOf(columns.keySet()), rows, cut));
    }

    private static Map<String, Cell> row(JsonParser parser, String json) throws IOException {
        Map<String, Cell> row = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            row.put(name, cell(parser, value, json));
        }
        return row;
    }

    private static Cell cell(JsonParser parser, JsonToken value, String json) throws IOException {
        if (!value.isStructStart()) {
            return new Cell(shortened(parser.getText()), value.isNumeric());
        }
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int to = (int) parser.currentTokenLocation().getCharOffset() + 1;
        return new Cell(shortened(json.substring(from, Math.min(json.length(), to))), false);
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL) + "…" : line;
    }
}
