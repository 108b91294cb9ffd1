package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.GridRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of a table that were chosen by their places: as they are shown where they have been read, else read when needed. */
final class ChosenRows {

    /** Reads rows of the table in the order shown. */
    @FunctionalInterface
    interface Reader {
        /** @return empty when the table has other columns by now @throws IOException when it cannot be read */
        Optional<List<GridRow>> read(long from, int count) throws IOException;
    }

    private final List<Integer> places;
    private final List<GridRow> shown;
    private final Reader reader;

    /**
     * Keeps what is shown now. For use on the FX thread.
     *
     * @param rows those of the table
     * @param places of the chosen ones among them
     * @param reader reads those that have not been read
     */
    ChosenRows(List<GridRow> rows, List<Integer> places, Reader reader) {
        this.places = List.copyOf(places);
        // Not by get: it would ask for each page of its own.
        this.shown = places.stream()
                .map(place -> rows instanceof PagedRows paged ? paged.known(place) : rows.get(place))
                .toList();
        this.reader = reader;
    }

    /** All of them, in the order chosen; what is missing is read at once. @throws IOException when that cannot be read, or is gone */
    List<GridRow> read() throws IOException {
        int[] missing = IntStream.range(0, places.size())
                .filter(i -> !shown.get(i).there())
                .map(places::get)
                .sorted()
                .toArray();
        if (missing.length == 0) {
            return shown;
        }
        int from = missing[0];
        int count = missing[missing.length - 1] - from + 1;
        List<GridRow> read = reader.read(from, count).orElse(List.of());
        if (read.size() < count) {
            throw new IOException(text("data.table.changedMeanwhile"));
        }
        List<GridRow> all = new ArrayList<>(shown);
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).there()) {
                all.set(i, read.get(places.get(i) - from));
            }
        }
        return all;
    }
}
