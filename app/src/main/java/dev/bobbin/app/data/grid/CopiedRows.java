package dev.bobbin.app.data.grid;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as they are copied: a line a row and a tab between cells, as spreadsheets take them; NULL is an empty cell. */
public final class CopiedRows {

    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+");

    private CopiedRows() {}

    /** The text of rows. */
    public static String text(List<GridRow> rows) {
        return rows.stream()
                .map(row -> row.cells().stream().map(CopiedRows::plain).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(@Nullable String cell) {
        return cell == null ? "" : BREAKS.matcher(cell).replaceAll(" ");
    }
}
