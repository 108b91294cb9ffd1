package dev.bobbin.app.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chart of a table draws: a point a row, evenly chosen when there are too many.
 *
 * @param x name of the column along the bottom; empty for the rows' numbers
 * @param numbers whether that column holds numbers
 * @param of how many rows the points were chosen from
 */
record ChartData(String x, String y, boolean numbers, List<Point> points, int of) {

    /** Most points drawn. */
    static final int MOST_POINTS = 500;

    /** A point. @param label text of the bottom value @param place that value as a number */
    record Point(String label, double place, double value) {}

    /** Columns a chart can measure. */
    static List<String> measures(ResultTable table) {
        return table.columns().stream()
                .filter(column -> column.kind() == ResultTable.Kind.NUMBER)
                .map(ResultTable.Column::name)
                .toList();
    }

    /** The column to put along the bottom to begin with: the first that is no measure, else the first. */
    static String firstAxis(ResultTable table) {
        return table.columns().stream()
                .filter(column -> column.kind() != ResultTable.Kind.NUMBER)
                .findFirst()
                .orElse(table.columns().getFirst())
                .name();
    }

    /** The points of two columns; rows without a number in the measured one are left out. */
    static ChartData of(ResultTable table, int[] rows, String x, String y) {
        boolean numbers = table.columns().stream()
                .anyMatch(column -> column.name().equals(x) && column.kind() == ResultTable.Kind.NUMBER);
        int count = Math.min(rows.length, MOST_POINTS);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int row = rows[(int) ((long) i * rows.length / count)];
            var cells = table.row(row);
            var value = Optional.ofNullable(cells.get(y)).filter(ResultTable.Cell::number);
            var label = cells.get(x);
            if (value.isPresent()) {
                String text = label == null ? "" : label.text();
                boolean placed = numbers && label != null && label.number();
                points.add(new Point(
                        text,
                        placed ? Double.parseDouble(text) : i,
                        Double.parseDouble(value.get().text())));
            }
        }
        return new ChartData(x, y, numbers, points, rows.length);
    }
}
