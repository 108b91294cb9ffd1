package dev.bobbin.app.data;

import java.nio.file.Path;
import java.util.List;

/** What there is to see of a file. */
public sealed interface Preview {

    /** @param json whether it is coloured as JSON @param cut whether there is more */
    record Text(String text, boolean json, boolean cut) implements Preview {}

    /** The first rows of CSV, JSON lines, Excel or Parquet. */
    record Rows(List<GridColumn> columns, List<GridRow> rows, boolean more) implements Preview {}

    /** A picture; it is decoded when it is shown. */
    record Picture(Path file) implements Preview {}

    /** Nothing that can be shown; why, in words. */
    record Nothing(String words) implements Preview {}
}
