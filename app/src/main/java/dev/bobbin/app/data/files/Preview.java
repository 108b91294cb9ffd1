package dev.bobbin.app.data.files;

import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to see of a file. */
public sealed interface Preview {

    /** How a text was read. @param chosen whether the user said so; else it was found out */
    record Read(Charset encoding, boolean chosen) {}

    /**
     * Text.
     *
     * @param json whether it is coloured as JSON
     * @param cut whether there is more
     * @param indented whether the file is written otherwise
     */
    record Text(String text, boolean json, boolean cut, boolean indented, Read read) implements Preview {}

    /** The first rows of CSV, JSON lines, Excel or Parquet. @param read null where the format says how it is read */
    record Rows(
            List<GridColumn> columns,
            List<GridRow> rows,
            boolean more,
            @Nullable Read read) implements Preview {}

    /**
     * A picture; it is decoded when it is shown.
     *
     * @param width in pixels; 0 when the file does not tell, like the height
     */
    record Picture(Path file, int width, int height) implements Preview {}

    /** Nothing that can be shown; why, in words. */
    record Nothing(String words) implements Preview {}
}
