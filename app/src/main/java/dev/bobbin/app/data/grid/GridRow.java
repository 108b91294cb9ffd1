package dev.bobbin.app.data.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a grid.
 *
 * @param cells texts in the order of the columns; null for NULL
 * @param values as the database gave them; empty while the row is on its way
 */
public record GridRow(List<@Nullable String> cells, List<@Nullable Object> values) {

    /** A row that has not been read yet. */
    public static final GridRow COMING = new GridRow(List.of(), List.of());

    /** Text of a cell; null for NULL, and for a row that has not been read yet. */
    public @Nullable String cell(int column) {
        return column < cells.size() ? cells.get(column) : null;
    }

    /** Whether it has been read. */
    public boolean there() {
        return !values.isEmpty();
    }
}
