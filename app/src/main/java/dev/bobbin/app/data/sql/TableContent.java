package dev.bobbin.app.data.sql;

import dev.bobbin.app.data.grid.Cells;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a table.
 *
 * @param found rows that contain what is looked for, one more than {@link #MOST_FOUND} when there are more; null when nothing is
 * @param table as it is, with all its rows
 */
record TableContent(@Nullable List<GridRow> found, Tables.Counted table) {

    /** Most rows that are shown of those that contain what is looked for. */
    static final int MOST_FOUND = 50_000;

    /** Reads it. @param words what is looked for; empty for nothing @throws IOException when it cannot be read */
    static TableContent read(
            Tables tables, Place.Table shown, Optional<TableBrowser.Order> by, String words, BooleanSupplier cancelled)
            throws IOException {
        Tables.Counted now = tables.counted(shown.database(), shown.table());
        if (words.isEmpty()) {
            return new TableContent(null, now);
        }
        Optional<TableBrowser.Order> order = by.filter(each -> now.table().has(each.column()));
        TableBrowser.Rows found = tables.search(shown.database(), now.table(), order, words, MOST_FOUND, cancelled);
        // Made anew in between: looked at again.
        return found.fit(now.table())
                ? new TableContent(Cells.rows(found), now)
                : read(tables, shown, by, words, cancelled);
    }
}
