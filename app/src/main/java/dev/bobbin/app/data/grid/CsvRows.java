package dev.bobbin.app.data.grid;

import dev.bobbin.app.data.page.Job;
import dev.bobbin.app.text.DelimitedText;
import dev.bobbin.emulator.standin.sql.transfer.ValueText;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path made = file.resolveSibling(file.getFileName() + ".part");
        try {
            long written = lines(made, columns, types, rows, progress);
            if (written >= 0) {
                Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return written;
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private static long lines(
            Path file, List<GridColumn> columns, List<SqlType> types, List<GridRow> rows, Job.Progress progress)
            throws IOException {
        long written = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(line(columns.stream().map(GridColumn::name).toList()));
            for (GridRow row : rows) {
                if (progress.cancelled()) {
                    return -1;
                }
                out.write(line(IntStream.range(0, types.size())
                        .mapToObj(i -> ValueText.plain(row.values().get(i), types.get(i)))
                        .toList()));
                progress.reached(++written);
            }
        }
        return written;
    }

    private static String line(List<String> values) {
        return values.stream()
                .map(value -> DelimitedText.quoted(value, ','))
                .collect(Collectors.joining(",", "", "\r\n"));
    }
}
