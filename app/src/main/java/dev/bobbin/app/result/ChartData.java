package dev.bobbin.app.result;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * A point, or the place of one.
     *
     * @param label text of the bottom value
     * @param place that value as a number; NaN when it is none
     * @param value NaN when the row has no number: its place is left empty
     */
    record Point(String label, double place, double value) {

        /** Whether there is something to draw. */
        boolean there() {
            return !Double.isNaN(value);
        }
    }

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

    /** The points of two columns. */
    static ChartData of(ResultTable table, int[] rows, String x, String y) {
        boolean numbers = table.columns().stream()
                .anyMatch(column -> column.name().equals(x) && column.kind() == ResultTable.Kind.NUMBER);
        int count = Math.min(rows.length, MOST_POINTS);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            var cells = table.row(rows[(int) ((long) i * rows.length / count)]);
            ResultTable.Cell label = cells.get(x);
            points.add(new Point(label == null ? "" : label.text(), numbers ? number(label) : i, number(cells.get(y))));
        }
        return new ChartData(x, y, numbers, points, rows.length);
    }

    private static double number(ResultTable.@Nullable Cell cell) {
        return cell != null && cell.number() ? Double.parseDouble(cell.text()) : Double.NaN;
    }
}
