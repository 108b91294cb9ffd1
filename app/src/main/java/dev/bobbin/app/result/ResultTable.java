package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.bobbin.app.text.JsonLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list of objects as a table, or of lists of the same length that hold plain values only, as {@code fetchall} gives
 * them. Only the JSON text and the places of its rows are kept, so that a million rows take little
 * more room than their text; a row is read when it is shown.
 */
public final class ResultTable {

    /** Most columns shown. */
    public static final int MOST_COLUMNS = 200;

    private static final int LONGEST_CELL = 500;

    /** From this one on Python's {@code json} writes letters as escapes. */
    private static final int FIRST_ESCAPED = 128;

    /** Values in a cell stand in one line, with the blanks that Python writes. */
    private static final MinimalPrettyPrinter SPACED = new MinimalPrettyPrinter() {
        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
            out.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
            out.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
            out.writeRaw(", ");
        }
    };

    /** A column and what it holds. */
    public record Column(String name, Kind kind) {}

    /** What the values of a column are; null counts as any of them. */
    public enum Kind {
        NUMBER,
        TEXT,
        TRUE_FALSE,
        MIXED
    }

    /** A value as it is shown. */
    public record Cell(String text, Sort sort) {

        /** What a value is, as far as it matters for how it is shown and sorted. */
        public enum Sort {
            NUMBER,
            NULL,
            OTHER
        }

        /** Whether it is a number. */
        public boolean number() {
            return sort == Sort.NUMBER;
        }

        /** Whether it is null, which a text of that word is not. */
        public boolean none() {
            return sort == Sort.NULL;
        }
    }

    private final String json;
    private final int[] starts;
    private final int[] ends;
    private final List<Column> columns;
    private final boolean cut;
    private final List<String> hollow;

    private ResultTable(String json, int[] starts, int[] ends, List<Column> columns, boolean cut, List<String> hollow) {
        this.json = json;
        this.starts = starts;
        this.ends = ends;
        this.columns = columns;
        this.cut = cut;
        this.hollow = hollow;
    }

    /** The table of that JSON; empty when it is no list of rows that have something in them. */
    public static Optional<ResultTable> of(String json) {
        try (JsonParser parser = JsonLayout.JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.START_ARRAY ? new Reader(json, parser).read() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The columns: keys of the objects, in the order they first appear; places in lists, from 1. */
    public List<Column> columns() {
        return columns;
    }

    /** How many rows there are. */
    public int size() {
        return starts.length;
    }

    /** Whether there are more columns than shown. */
    public boolean cut() {
        return cut;
    }

    /** Names of the columns that hold <code>{}</code> in every row, as dates of a DataFrame arrive. */
    List<String> hollow() {
        return hollow;
    }

    /** The JSON of a row, as it stands in the output. */
    public String json(int row) {
        return json.substring(starts[row], ends[row]);
    }

    /** The cells of a row by column name; an absent member has none. */
    public Map<String, Cell> row(int row) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        String text = json(row);
        try (JsonParser parser = JsonLayout.JSON.createParser(text)) {
            parser.nextToken();
            RowValues values = new RowValues(parser);
            while (values.next()) {
                cells.put(values.name(), cell(parser, values.value()));
            }
        } catch (IOException _) {
            // It was read before, so it can be read again.
            return cells;
        }
        return cells;
    }

    /** Whether a row's text contains words, whatever their case; Python writes letters beyond ASCII as escapes. */
    boolean contains(int row, String words) {
        return holds(row, words)
                || !words.chars().allMatch(letter -> letter < FIRST_ESCAPED)
                        && (holds(row, escaped(words.toLowerCase(Locale.ROOT)))
                                || holds(row, escaped(words.toUpperCase(Locale.ROOT)))
                                || holds(row, escaped(words)));
    }

    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        words.chars()
                .forEach(letter -> escaped.append(
                        letter < FIRST_ESCAPED ? String.valueOf((char) letter) : "\\u%04x".formatted(letter)));
        return escaped.toString();
    }

    private boolean holds(int row, String words) {
        int last = ends[row] - words.length();
        for (int i = starts[row]; i <= last; i++) {
            if (json.regionMatches(true, i, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }

    private static Cell cell(JsonParser parser, JsonToken value) throws IOException {
        if (!value.isStructStart()) {
            return new Cell(shortened(parser.getText()), sort(value));
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JsonLayout.JSON.createGenerator(text)) {
            out.setPrettyPrinter(SPACED);
            out.copyCurrentStructureExact(parser);
        }
        return new Cell(shortened(text.toString()), Cell.Sort.OTHER);
    }

    private static Cell.Sort sort(JsonToken value) {
        return value.isNumeric() ? Cell.Sort.NUMBER : value == JsonToken.VALUE_NULL ? Cell.Sort.NULL : Cell.Sort.OTHER;
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > LONGEST_CELL ? line.substring(0, LONGEST_CELL) + "…" : line;
    }

    /** Goes through the output once, for the places of rows and the kinds of columns. */
    private static final class Reader {

        private final String json;
        private final JsonParser parser;
        private final Map<String, @Nullable Kind> kinds = new LinkedHashMap<>();
        private final Map<String, Integer> hollows = new LinkedHashMap<>();
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int count;
        private boolean cut;

        /** Whether a value is itself a list or an object. */
        private boolean nested;

        Reader(String json, JsonParser parser) {
            this.json = json;
            this.parser = parser;
        }

        Optional<ResultTable> read() throws IOException {
            JsonToken row = parser.nextToken();
            int width = 0;
            for (JsonToken token = row; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token != row || !row.isStructStart()) {
                    return Optional.empty();
                }
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                starts[count] = (int) parser.currentTokenLocation().getCharOffset();
                int values = values();
                if (row == JsonToken.START_ARRAY && (nested || count > 0 && values != width)) {
                    return Optional.empty();
                }
                width = values;
                ends[count++] = (int) parser.currentTokenLocation().getCharOffset() + 1;
            }
            List<Column> columns = new ArrayList<>();
            kinds.forEach((name, kind) -> columns.add(new Column(name, kind == null ? Kind.TEXT : kind)));
            return columns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ResultTable(
                            json,
                            Arrays.copyOf(starts, count),
                            Arrays.copyOf(ends, count),
                            List.copyOf(columns),
                            cut,
                            hollow()));
        }

        private List<String> hollow() {
            return hollows.entrySet().stream()
                    .filter(column -> column.getValue() == count)
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** Goes through a row. @return how many values it has */
        private int values() throws IOException {
            int number = 0;
            for (RowValues values = new RowValues(parser); values.next(); number++) {
                String name = values.name();
                JsonToken value = values.value();
                nested |= value.isStructStart();
                Kind kind = kind(value);
                long from = value == JsonToken.START_OBJECT ? offset() : 0;
                parser.skipChildren();
                if (value == JsonToken.START_OBJECT && offset() == from + 1) {
                    hollows.merge(name, 1, Integer::sum);
                }
                if (!kinds.containsKey(name) && kinds.size() >= MOST_COLUMNS) {
                    cut = true;
                } else {
                    Kind before = kinds.get(name);
                    kinds.put(
                            name, before == null || kind == null || before == kind ? either(before, kind) : Kind.MIXED);
                }
            }
            return number;
        }

        private long offset() {
            return parser.currentTokenLocation().getCharOffset();
        }

        private static @Nullable Kind either(@Nullable Kind one, @Nullable Kind other) {
            return one == null ? other : one;
        }

        private static @Nullable Kind kind(JsonToken token) {
            return switch (token) {
                case VALUE_NULL -> null;
                case VALUE_STRING -> Kind.TEXT;
                case VALUE_TRUE, VALUE_FALSE -> Kind.TRUE_FALSE;
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
                default -> Kind.MIXED;
            };
        }
    }
}
