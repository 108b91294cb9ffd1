package dev.bobbin.app.data.grid;

import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import dev.bobbin.emulator.standin.sql.transfer.ValueText;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of a grid from values of a database. */
public final class Cells {

    /** Longest text laid out in a cell, in characters. */
    private static final int LONGEST = 2_000;

    private Cells() {}

    public static List<GridRow> rows(TableBrowser.Rows read) {
        return rows(
                read.values(), read.columns().stream().map(RowSet.Column::type).toList());
    }

    public static List<GridRow> rows(List<List<@Nullable Object>> values, List<SqlType> types) {
        return values.stream().map(row -> row(row, types)).toList();
    }

    private static GridRow row(List<@Nullable Object> values, List<SqlType> types) {
        List<@Nullable String> cells = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            @Nullable Object value = values.get(i);
            cells.add(value == null ? null : shortened(ValueText.plain(value, types.get(i))));
        }
        return new GridRow(cells, values);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
