package dev.bobbin.app.services;

import dev.bobbin.app.text.Containing;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import dev.bobbin.emulator.standin.sql.transfer.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of which a value, written as tables show it, contains a text. The values are compared here rather than by
 * T-SQL, which writes many of them differently and minds their case in a warehouse.
 */
final class RowSearch {

    /** Rows read between two questions whether to go on. */
    private static final int BATCH = 1_000;

    private RowSearch() {}

    /**
     * Reads rows until enough were found.
     *
     * @param most looking ends when one more than so many were found
     * @throws SqlError when a row cannot be read
     */
    static TableBrowser.Rows of(RowSet rows, String words, int most, BooleanSupplier cancelled) {
        List<List<@Nullable Object>> found = new ArrayList<>();
        List<List<@Nullable Object>> batch = rows.next(BATCH);
        while (!batch.isEmpty() && !cancelled.getAsBoolean()) {
            for (List<@Nullable Object> row : batch) {
                if (contains(row, rows.columns(), words)) {
                    found.add(row);
                    if (found.size() > most) {
                        return new TableBrowser.Rows(rows.columns(), found);
                    }
                }
            }
            batch = rows.next(BATCH);
        }
        return new TableBrowser.Rows(rows.columns(), found);
    }

    private static boolean contains(List<@Nullable Object> row, List<RowSet.Column> columns, String words) {
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value != null
                    && Containing.contains(ValueText.plain(value, columns.get(i).type()), words)) {
                return true;
            }
        }
        return false;
    }
}
