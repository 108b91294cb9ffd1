package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.parquet.ParquetRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parquet with flat columns. */
final class ParquetRowReader implements RowReader {

    private final ParquetRows rows;
    private final List<String> columns;

    private ParquetRowReader(ParquetRows rows) {
        this.rows = rows;
        this.columns = ColumnNames.usable(rows.names());
    }

    static ParquetRowReader open(Path file) throws IOException {
        return new ParquetRowReader(ParquetRows.open(file));
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        @Nullable Object[] row = rows.next();
        return row == null ? null : Arrays.asList(row);
    }

    /** Rows are counted from 1. */
    @Override
    public String place() {
        return "row " + (rows.position() + 1);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
