package dev.bobbin.emulator.standin.sql.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.bobbin.emulator.standin.sql.RowSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8 with a header; NULL is an empty field. */
final class CsvRowWriter implements TableExport.RowWriter {

    private final CsvWriter writer;
    private final List<RowSet.Column> columns;

    CsvRowWriter(Path file, List<RowSet.Column> columns) throws IOException {
        this.columns = columns;
        this.writer = CsvWriter.builder().build(file);
        writer.writeRecord(columns.stream().map(RowSet.Column::name).toList());
    }

    @Override
    public void write(List<@Nullable Object> row) {
        String[] fields = new String[row.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = ValueText.plain(row.get(i), columns.get(i).type());
        }
        writer.writeRecord(fields);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
