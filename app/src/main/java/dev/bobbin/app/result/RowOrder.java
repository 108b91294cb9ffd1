package dev.bobbin.app.result;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which rows of a table are shown and in which order; takes as long as the table is large. */
final class RowOrder {

    private RowOrder() {}

    /**
     * The rows that contain the words, sorted.
     *
     * @param words empty for all rows
     * @param column null for the order of the output
     * @return numbers of rows
     */
    static int[] of(ResultTable table, String words, ResultTable.@Nullable Column column, boolean descending) {
        IntStream kept = IntStream.range(0, table.size());
        if (!words.isEmpty()) {
            kept = kept.filter(row -> table.contains(row, words));
        }
        if (column == null) {
            return kept.toArray();
        }
        // Keys are read once a row, not once a comparison.
        Comparator<Key> order = descending ? Key.DESCENDING : Key.ASCENDING;
        return kept.mapToObj(row -> Key.of(row, table.row(row).get(column.name())))
                .sorted(order)
                .mapToInt(Key::row)
                .toArray();
    }

    /** What a row is sorted by: numbers before texts, nothing and null last, rows of the same value in their order. */
    private record Key(int row, int rank, double number, String text) {

        private static final Comparator<Key> VALUES =
                Comparator.comparingDouble(Key::number).thenComparing(Key::text, String.CASE_INSENSITIVE_ORDER);
        static final Comparator<Key> ASCENDING =
                Comparator.comparingInt(Key::rank).thenComparing(VALUES);
        static final Comparator<Key> DESCENDING =
                Comparator.comparingInt(Key::rank).thenComparing(VALUES.reversed());

        static Key of(int row, ResultTable.@Nullable Cell cell) {
            if (cell == null || cell.none()) {
                return new Key(row, 2, 0, "");
            }
            return cell.number()
                    ? new Key(row, 0, Double.parseDouble(cell.text()), "")
                    : new Key(row, 1, 0, cell.text());
        }
    }
}
