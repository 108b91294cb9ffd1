package dev.bobbin.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.app.text.DecimalComma;
import dev.bobbin.app.text.DelimitedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a grid is after cells were pasted into it. Nothing that is pasted is lost: what lies beyond the last column becomes new
 * columns, and what is not of a column's kind makes the column one of any JSON. A table with a header line, pasted on the
 * first cell, takes the place of all there was.
 *
 * @param replaced whether the pasted table took the place of the grid
 * @param kindsChanged how many columns hold another kind of values now
 * @param leftOut how many columns found no place, since a list of plain values has only one
 * @param commas whether numbers were written with a decimal comma, see {@link DecimalComma}
 */
record GridPaste(GridData data, boolean replaced, int kindsChanged, int leftOut, boolean commas) {

    /**
     * Pastes copied cells over those from a cell on.
     *
     * @param plain whether the grid is a list of plain values
     * @param newColumn names the column of that number, counted from 1
     */
    static GridPaste of(
            GridData before, String copied, int row, int column, boolean plain, IntFunction<String> newColumn) {
        List<List<String>> lines = DelimitedText.parse(copied);
        boolean known = lines.size() > 1 && isHeaderOf(before, lines.getFirst(), column);
        boolean first = row == 0 && column == 0;
        if (isUntouched(before, newColumn) || (first && !known && GridData.hasClearHeader(DecimalComma.plain(lines)))) {
            return whole(before, lines, plain);
        }
        return over(before, known ? lines.subList(1, lines.size()) : lines, row, column, plain, newColumn);
    }

    /** Whether nobody has written anything: there are no rows, or nulls in columns that have no names of their own. */
    private static boolean isUntouched(GridData before, IntFunction<String> newColumn) {
        List<String> names = before.columns().stream().map(GridColumn::name).toList();
        boolean unnamed =
                IntStream.range(0, names.size()).allMatch(i -> names.get(i).equals(newColumn.apply(i + 1)));
        return before.rows().isEmpty()
                || unnamed
                        && before.rows().stream().allMatch(row -> row.stream().allMatch(JsonNode::isNull));
    }

    /** Puts lines of cells in the place of all there was. @param plain see above */
    static GridPaste whole(GridData before, List<List<String>> lines, boolean plain) {
        List<List<String>> pointed = DecimalComma.plain(lines);
        GridData table = GridData.ofLines(pointed);
        GridData fitting = plain ? table.asValues() : table;
        int leftOut = table.columns().size() - fitting.columns().size();
        boolean replaced = before.rows().stream().anyMatch(row -> !row.stream().allMatch(JsonNode::isNull));
        return new GridPaste(fitting, replaced, 0, leftOut, pointed != lines);
    }

    /** Whether a line names the columns that stand there. */
    private static boolean isHeaderOf(GridData before, List<String> line, int column) {
        for (int i = 0; i < line.size() && column + i < before.columns().size(); i++) {
            if (!before.columns().get(column + i).name().equals(line.get(i).strip())) {
                return false;
            }
        }
        return true;
    }

    private static GridPaste over(
            GridData before,
            List<List<String>> lines,
            int row,
            int column,
            boolean plain,
            IntFunction<String> newColumn) {
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        int leftOut = plain ? Math.max(0, column + width - 1) : 0;
        List<List<String>> pointed = DecimalComma.plain(lines);
        List<GridColumn> columns = new ArrayList<>(before.columns());
        int changed = 0;
        for (int i = column; i < column + width - leftOut; i++) {
            List<String> texts = texts(isText(before, i) ? lines : pointed, i - column);
            if (i >= columns.size()) {
                columns.add(new GridColumn(freeName(columns, newColumn), GridColumn.kindOf(texts)));
            } else if (columns.set(i, columns.get(i).taking(texts)).kind()
                    != columns.get(i).kind()) {
                changed++;
            }
        }
        List<List<JsonNode>> rows = new ArrayList<>(before.rows().size());
        before.rows().forEach(cells -> rows.add(wider(cells, columns.size())));
        while (rows.size() < row + lines.size()) {
            rows.add(wider(List.of(), columns.size()));
        }
        for (int i = 0; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            for (int j = 0; j < line.size() && column + j < columns.size(); j++) {
                String cell = isText(before, column + j)
                        ? line.get(j)
                        : pointed.get(i).get(j);
                JsonNode value = columns.get(column + j).read(cell);
                rows.get(row + i).set(column + j, value == null ? TextNode.valueOf(line.get(j)) : value);
            }
        }
        return new GridPaste(new GridData(columns, rows), false, changed, leftOut, pointed != lines);
    }

    /** Whether a column takes texts as they are. */
    private static boolean isText(GridData grid, int column) {
        return column < grid.columns().size() && grid.columns().get(column).kind() == GridColumn.Kind.TEXT;
    }

    private static List<String> texts(List<List<String>> lines, int place) {
        return lines.stream()
                .filter(line -> place < line.size())
                .map(line -> line.get(place))
                .toList();
    }

    private static String freeName(List<GridColumn> columns, IntFunction<String> newColumn) {
        List<String> names = columns.stream().map(GridColumn::name).toList();
        return IntStream.iterate(columns.size() + 1, number -> number + 1)
                .mapToObj(newColumn)
                .filter(name -> !names.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> wider(List<JsonNode> cells, int width) {
        List<JsonNode> wide = new ArrayList<>(cells);
        while (wide.size() < width) {
            wide.add(NullNode.instance);
        }
        return wide;
    }
}
