package dev.bobbin.app.data.sql;

import dev.bobbin.app.data.grid.GridRow;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;

/**
 * The rows of a table of any size: pages are asked for when a row of theirs is shown, and the pages used last are kept.
 * For use on the FX thread.
 */
final class PagedRows extends ObservableListBase<GridRow> {

    /** Rows of a page. */
    static final int PAGE = 200;

    private static final int KEPT_PAGES = 60;

    private final int size;
    private final IntConsumer ask;
    private final Set<Integer> asked = new HashSet<>();
    private final Map<Integer, List<GridRow>> pages = new LinkedHashMap<>(KEPT_PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<GridRow>> eldest) {
            return size() > KEPT_PAGES;
        }
    };

    /** @param ask asks for a page, by its number from 0; what it brings is given to {@link #take} */
    PagedRows(int size, IntConsumer ask) {
        this.size = size;
        this.ask = ask;
    }

    @Override
    public GridRow get(int index) {
        int number = index / PAGE;
        GridRow row = known(index);
        if (!pages.containsKey(number) && asked.add(number)) {
            ask.accept(number);
        }
        return row;
    }

    /** A row when it has been read, without asking for it; else {@link GridRow#COMING}. */
    GridRow known(int index) {
        List<GridRow> page = pages.getOrDefault(index / PAGE, List.of());
        int within = index % PAGE;
        return within < page.size() ? page.get(within) : GridRow.COMING;
    }

    @Override
    public int size() {
        return size;
    }

    /** Itself only: comparing row by row, as lists and properties of them do, would read the whole table. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Takes a page over. */
    void take(int number, List<GridRow> rows) {
        asked.remove(number);
        pages.put(number, rows);
        beginChange();
        for (int i = number * PAGE; i < Math.min(size, (number + 1) * PAGE); i++) {
            nextUpdate(i);
        }
        endChange();
    }

    /** A page could not be read: it may be asked for again. */
    void failed(int number) {
        asked.remove(number);
    }
}
