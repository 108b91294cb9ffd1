package dev.bobbin.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.bobbin.app.text.Json;
import dev.bobbin.app.text.JsonValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table: a list of objects, or for a lone unnamed column a list of values.
 *
 * @param rows a value a column; {@link MissingNode} where an object has no such member
 */
record GridData(List<GridColumn> columns, List<List<JsonNode>> rows) {

    /** Name of the column of a list of plain values. */
    static final String VALUES = "";

    static final GridData EMPTY = new GridData(List.of(), List.of());

    /** Whether it is a list of plain values. */
    boolean isSeries() {
        return columns.size() == 1 && columns.getFirst().name().equals(VALUES);
    }

    /** The table of a JSON text: a list of objects, a list of plain values, or an object of columns; empty for anything else. */
    static Optional<GridData> ofJson(String json) {
        try {
            JsonNode value = JsonValues.read(json);
            if (value.isArray()) {
                return ofList(value);
            }
            return value.isObject() ? ofColumns(value) : Optional.empty();
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static Optional<GridData> ofList(JsonNode list) {
        Map<String, Integer> places = new LinkedHashMap<>();
        boolean plain = false;
        for (JsonNode row : list) {
            plain |= !row.isObject();
            row.fieldNames().forEachRemaining(name -> places.putIfAbsent(name, places.size()));
        }
        if (plain && !places.isEmpty()) {
            return Optional.empty();
        }
        List<List<JsonNode>> rows = new ArrayList<>();
        for (JsonNode row : list) {
            rows.add(plain ? mutable(List.of(row)) : cells(row, places.keySet()));
        }
        return Optional.of(typed(plain ? List.of(VALUES) : List.copyOf(places.keySet()), rows));
    }

    private static Optional<GridData> ofColumns(JsonNode object) {
        List<String> names = new ArrayList<>();
        int height = 0;
        for (var member : object.properties()) {
            if (!member.getValue().isArray()) {
                return Optional.empty();
            }
            names.add(member.getKey());
            height = Math.max(height, member.getValue().size());
        }
        List<List<JsonNode>> rows = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<JsonNode> row = new ArrayList<>();
            for (String name : names) {
                row.add(object.get(name).path(i));
            }
            rows.add(row);
        }
        return Optional.of(typed(names, rows));
    }

    private static List<JsonNode> cells(JsonNode object, Set<String> names) {
        List<JsonNode> cells = new ArrayList<>(names.size());
        names.forEach(name -> cells.add(object.path(name)));
        return cells;
    }

    private static GridData typed(List<String> names, List<List<JsonNode>> rows) {
        List<GridColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int place = i;
            List<JsonNode> values = rows.stream().map(row -> row.get(place)).toList();
            columns.add(new GridColumn(names.get(i), GridColumn.kindOfValues(values)));
        }
        return new GridData(columns, rows);
    }

    /** The table of lines of cells, its columns typed after what they hold; a line of names on top makes the columns' names. */
    static GridData ofLines(List<List<String>> lines) {
        if (lines.isEmpty()) {
            return EMPTY;
        }
        boolean header = lines.size() > 1 && isHeader(lines.getFirst());
        List<List<String>> body = header ? lines.subList(1, lines.size()) : lines;
        List<GridColumn> columns = new ArrayList<>();
        for (int i = 0; i < width(lines); i++) {
            String name = header && i < lines.getFirst().size()
                    ? lines.getFirst().get(i).strip()
                    : "column" + (i + 1);
            columns.add(new GridColumn(name, GridColumn.kindOf(texts(body, i))));
        }
        List<List<JsonNode>> rows = new ArrayList<>(body.size());
        body.forEach(line -> rows.add(values(line, columns)));
        return new GridData(columns, rows);
    }

    /**
     * Whether the first line can hardly be anything but names: below it stand values other than texts. Names over nothing but
     * texts look like a row themselves.
     */
    static boolean hasClearHeader(List<List<String>> lines) {
        if (lines.size() < 2 || !isHeader(lines.getFirst())) {
            return false;
        }
        List<List<String>> body = lines.subList(1, lines.size());
        return IntStream.range(0, width(lines))
                .anyMatch(place -> GridColumn.kindOf(texts(body, place)) != GridColumn.Kind.TEXT);
    }

    /** The first column as a list of plain values. */
    GridData asValues() {
        if (columns.isEmpty()) {
            return this;
        }
        GridColumn values = new GridColumn(VALUES, columns.getFirst().kind());
        return new GridData(
                List.of(values), rows.stream().map(row -> row.subList(0, 1)).toList());
    }

    private static int width(List<List<String>> lines) {
        return lines.stream().mapToInt(List::size).max().orElse(0);
    }

    private static List<String> texts(List<List<String>> lines, int place) {
        return lines.stream()
                .map(line -> place < line.size() ? line.get(place) : "")
                .toList();
    }

    private static List<JsonNode> values(List<String> line, List<GridColumn> columns) {
        List<JsonNode> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = columns.get(i).read(i < line.size() ? line.get(i) : "");
            values.add(value == null ? NullNode.instance : value);
        }
        return values;
    }

    /** Names, none twice, and no numbers. */
    private static boolean isHeader(List<String> line) {
        Set<String> names = new HashSet<>();
        return line.stream()
                .allMatch(cell -> !cell.isBlank() && !Json.isNumber(cell.strip()) && names.add(cell.strip()));
    }

    private static List<JsonNode> mutable(List<JsonNode> row) {
        return new ArrayList<>(row);
    }

    /** The table as JSON, one row a line. */
    String toJson() {
        if (rows.isEmpty()) {
            return "[]";
        }
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < rows.size(); i++) {
            json.append(i == 0 ? "\n  " : ",\n  ");
            appendRow(json, rows.get(i));
        }
        return json.append("\n]").toString();
    }

    private void appendRow(StringBuilder json, List<JsonNode> row) {
        if (isSeries()) {
            json.append(JsonValues.write(row.getFirst().isMissingNode() ? NullNode.instance : row.getFirst()));
            return;
        }
        json.append('{');
        String comma = "";
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = row.get(i);
            if (!value.isMissingNode()) {
                json.append(comma).append(Json.quote(columns.get(i).name())).append(": ");
                json.append(JsonValues.write(value));
                comma = ", ";
            }
        }
        json.append('}');
    }
}
