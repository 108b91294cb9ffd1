package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Delta table in its latest version, read by Delta Kernel: log and checkpoints, partition columns, column mapping,
 * deletion vectors. What a table needs and Kernel does not know is refused by its name.
 */
public final class DeltaTable {

    private final Engine engine;
    private final Snapshot snapshot;

    private DeltaTable(Engine engine, Snapshot snapshot) {
        this.engine = engine;
        this.snapshot = snapshot;
    }

    /**
     * @param folder that with {@code _delta_log}
     * @param lakehouse the folder that the table must not lead out of
     * @throws IOException when the table is damaged or needs what is not supported; the message says which
     */
    public static DeltaTable open(Path folder, Path lakehouse) throws IOException {
        try {
            Engine engine = new LocalEngine(new LocalFiles(lakehouse));
            return new DeltaTable(
                    engine,
                    Table.forPath(engine, folder.toRealPath().toString()).getLatestSnapshot(engine));
        } catch (RuntimeException e) {
            throw failed("delta.unreadable", folder, e);
        }
    }

    public StructType schema() {
        return snapshot.getSchema();
    }

    /** Takes rows. */
    @FunctionalInterface
    public interface RowSink {
        /** @param row in the order of the table's columns, as {@link Values} has them */
        void accept(@Nullable Object[] row) throws IOException;
    }

    /** Reads all rows. @throws IOException when a file is missing or damaged */
    public void forEachRow(RowSink sink) throws IOException {
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(engine);
        try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
            while (batches.hasNext()) {
                try (CloseableIterator<Row> files = batches.next().getRows()) {
                    while (files.hasNext()) {
                        read(state, files.next(), sink);
                    }
                }
            }
        } catch (RuntimeException e) {
            throw PlainException.of("delta.rows", why(e)).because(e);
        }
    }

    private void read(Row state, Row file, RowSink sink) throws IOException {
        StructType stored = ScanStateRow.getPhysicalDataReadSchema(engine, state);
        CloseableIterator<ColumnarBatch> physical = engine.getParquetHandler()
                .readParquetFiles(
                        Iterators.of(List.of(InternalScanFileUtils.getAddFileStatus(file))
                                .iterator()),
                        stored,
                        Optional.empty());
        try (CloseableIterator<FilteredColumnarBatch> logical =
                Scan.transformPhysicalData(engine, state, file, physical)) {
            while (logical.hasNext()) {
                PlainRows.forEach(logical.next(), sink);
            }
        }
    }

    /** @param key of a text with places for the table and for why */
    static IOException failed(String key, Path table, RuntimeException e) {
        return PlainException.of(key, table.getFileName(), why(e)).because(e);
    }

    /** What Kernel wraps says more than its wrapping. */
    private static Object why(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null
                && (cause instanceof UncheckedIOException || cause instanceof KernelEngineException)) {
            cause = cause.getCause();
        }
        if (cause instanceof NoSuchFileException missing) {
            return Message.of("delta.missing-file", Path.of(missing.getFile()).getFileName());
        }
        if (cause instanceof NumberFormatException) {
            return Message.of("delta.strange-name", cause.getMessage());
        }
        // Of what Kernel never thought to meet, it speaks in terms of its code.
        boolean isUnforeseen = cause instanceof NullPointerException
                || cause instanceof IndexOutOfBoundsException
                || cause instanceof ClassCastException
                || cause instanceof EOFException;
        @Nullable String words = isUnforeseen ? null : cause.getMessage();
        return words == null ? Message.of("delta.damaged") : words;
    }
}
