package dev.bobbin.app.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a chart of a table draws: a point for each value along the bottom, evenly chosen when there are too many.
 *
 * @param x name of the column along the bottom
 * @param numbers whether that column holds numbers
 * @param of how many points these were chosen from
 * @param merged whether a point stands for several rows
 */
record ChartData(String x, String y, boolean numbers, List<Point> points, int of, boolean merged) {

    /** Most points drawn. */
    static final int MOST_POINTS = 500;

    /** Names of keys: {@code id}, {@code storeId}, {@code order_id}, {@code ProductID}, {@code customer key}. */
    private static final Pattern KEY = Pattern.compile("^(?i:id|key)$|[a-z0-9](Id|ID|Key)$|(?i:[_ -](id|key))$");

    /** With more different values along the bottom than this, rows are not worth being put together. */
    private static final int MOST_GROUPS = 50_000;

    /** What becomes of rows with the same value along the bottom. */
    enum Merge {
        SUM,
        MEAN,
        COUNT,
        /** Each row has a point of its own. */
        NONE
    }

    /**
     * A point, or the place of one.
     *
     * @param label text of the bottom value
     * @param place that value as a number; NaN when it is none
     * @param value NaN when there is no number: its place is left empty
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

    /** The column to measure to begin with: the first number that is no key by its name, else the first; there must be one. */
    static String firstMeasure(ResultTable table) {
        List<String> measures = measures(table);
        return measures.stream()
                .filter(name -> !KEY.matcher(name).find())
                .findFirst()
                .orElse(measures.getFirst());
    }

    /** The column to put along the bottom to begin with: the first that is no measure, else the first. */
    static String firstAxis(ResultTable table) {
        return table.columns().stream()
                .filter(column -> column.kind() != ResultTable.Kind.NUMBER)
                .findFirst()
                .orElse(table.columns().getFirst())
                .name();
    }

    /** The points of two columns; takes as long as there are rows. @param rows numbers of those that count */
    static ChartData of(ResultTable table, int[] rows, String x, String y, Merge merge) {
        boolean numbers = table.columns().stream()
                .anyMatch(column -> column.name().equals(x) && column.kind() == ResultTable.Kind.NUMBER);
        List<Group> groups = merge == Merge.NONE ? null : groups(table, rows, x, y);
        int all = groups == null ? rows.length : groups.size();
        int count = Math.min(all, MOST_POINTS);
        List<Point> points = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int chosen = (int) ((long) i * all / count);
            Group group = groups == null ? group(table, rows[chosen], x, y) : groups.get(chosen);
            points.add(new Point(
                    group.label, numbers ? group.place : i, groups == null ? group.sum() : group.value(merge)));
        }
        return new ChartData(x, y, numbers, points, all, all < rows.length);
    }

    /** Rows by their value along the bottom, in the order they first appear; null when there are too many. */
    private static @Nullable List<Group> groups(ResultTable table, int[] rows, String x, String y) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int row : rows) {
            Group one = group(table, row, x, y);
            groups.merge(one.label, one, Group::and);
            if (groups.size() > MOST_GROUPS) {
                return null;
            }
        }
        return List.copyOf(groups.values());
    }

    private static Group group(ResultTable table, int row, String x, String y) {
        Map<String, ResultTable.Cell> cells = table.row(row);
        ResultTable.Cell label = cells.get(x);
        double value = number(cells.get(y));
        boolean none = Double.isNaN(value);
        return new Group(label == null ? "" : label.text(), number(label), none ? 0 : value, none ? 0 : 1, 1);
    }

    private static double number(ResultTable.@Nullable Cell cell) {
        return cell != null && cell.number() ? Double.parseDouble(cell.text()) : Double.NaN;
    }

    /** Rows with the same value along the bottom. @param values how many of them have a number */
    private record Group(String label, double place, double total, int values, int rows) {

        Group and(Group other) {
            return new Group(label, place, total + other.total, values + other.values, rows + other.rows);
        }

        double sum() {
            return values == 0 ? Double.NaN : total;
        }

        double value(Merge merge) {
            return switch (merge) {
                case SUM, NONE -> sum();
                case MEAN -> sum() / values;
                case COUNT -> rows;
            };
        }
    }
}
