package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.standin.parquet.ParquetFile;
import dev.bobbin.emulator.standin.parquet.ParquetRows;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Parquet files of tables and checkpoints, some rows at a time. */
final class ParquetBatches implements ParquetHandler {

    private static final int BATCH_ROWS = 4096;

    private final LocalFiles files;

    ParquetBatches(LocalFiles files) {
        this.files = files;
    }

    @Override
    public CloseableIterator<ColumnarBatch> readParquetFiles(
            CloseableIterator<FileStatus> statuses, StructType schema, Optional<Predicate> predicate) {
        return Iterators.of(new Batches(statuses, schema));
    }

    private final class Batches implements Iterators.Source<ColumnarBatch> {

        private final CloseableIterator<FileStatus> statuses;
        private final StructType schema;
        private final int rowIndex;
        private @Nullable ParquetRows rows;

        Batches(CloseableIterator<FileStatus> statuses, StructType schema) {
            this.statuses = statuses;
            this.schema = schema;
            this.rowIndex = schema.fields().indexOf(StructField.METADATA_ROW_INDEX_COLUMN);
        }

        @Override
        public @Nullable ColumnarBatch next() throws IOException {
            while (true) {
                @Nullable ParquetRows open = rows;
                if (open == null) {
                    if (!statuses.hasNext()) {
                        return null;
                    }
                    open = ParquetRows.open(files.local(statuses.next().getPath()), schema);
                    rows = open;
                }
                List<@Nullable Object[]> batch = batch(open);
                if (!batch.isEmpty()) {
                    return Batch.of(batch, schema);
                }
                open.close();
                rows = null;
            }
        }

        private List<@Nullable Object[]> batch(ParquetRows open) throws IOException {
            List<@Nullable Object[]> batch = new ArrayList<>();
            while (batch.size() < BATCH_ROWS) {
                @Nullable Object @Nullable [] row = open.next();
                if (row == null) {
                    break;
                }
                if (rowIndex >= 0) {
                    row[rowIndex] = open.position();
                }
                batch.add(row);
            }
            return batch;
        }

        @Override
        public void close() throws IOException {
            @Nullable ParquetRows open = rows;
            if (open != null) {
                open.close();
            }
            statuses.close();
        }
    }

    @Override
    public CloseableIterator<DataFileStatus> writeParquetFiles(
            String folder, CloseableIterator<FilteredColumnarBatch> data, List<Column> statistics) {
        throw new UnsupportedOperationException("data files are written by PartFile");
    }

    @Override
    public void writeParquetFileAtomically(String path, CloseableIterator<FilteredColumnarBatch> data)
            throws IOException {
        Path file = files.local(path);
        Path unfinished = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try (data) {
            if (data.hasNext()) {
                write(unfinished, data);
                LocalFiles.publish(unfinished, file, false);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(Path file, CloseableIterator<FilteredColumnarBatch> data) throws IOException {
        FilteredColumnarBatch first = data.next();
        try (ParquetFile parquet = ParquetFile.create(file, first.getData().getSchema())) {
            PlainRows.forEach(first, parquet::write);
            while (data.hasNext()) {
                PlainRows.forEach(data.next(), parquet::write);
            }
        }
    }
}
