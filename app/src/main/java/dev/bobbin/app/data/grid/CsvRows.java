package dev.bobbin.app.data.grid;

import dev.bobbin.app.data.page.Job;
import dev.bobbin.app.text.CsvFile;
import dev.bobbin.app.text.DelimitedText;
import dev.bobbin.emulator.standin.sql.transfer.ValueText;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes rows that are shown to a CSV file, with whole values whatever of them is shown; NULL is an empty field. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * Writes them; what was there stays until all is written.
     *
     * @return how many rows were written; -1 when it was cancelled
     * @throws IOException when the file cannot be written
     */
    public static long write(
            Path file, List<GridColumn> columns, List<SqlType> types, List<GridRow> rows, Job.Progress progress)
            throws IOException {
        boolean whole = CsvFile.write(file, out -> {
            long written = 0;
            out.write(line(columns.stream().map(GridColumn::name).toList()));
            for (GridRow row : rows) {
                if (progress.cancelled()) {
                    return false;
                }
                out.write(line(IntStream.range(0, types.size())
                        .mapToObj(i -> ValueText.plain(row.values().get(i), types.get(i)))
                        .toList()));
                progress.reached(++written);
            }
            return true;
        });
        return whole ? rows.size() : -1;
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(value -> DelimitedText.quoted(value, ','))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
