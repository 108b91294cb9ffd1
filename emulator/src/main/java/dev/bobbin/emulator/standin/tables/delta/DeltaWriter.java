package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Table;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionBuilder;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import io.delta.kernel.internal.TableImpl;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into a Delta table: data files first, then one commit that makes them count. What is not committed is
 * deleted again. The commit is Delta Kernel's; what a table needs of writers and Kernel does not know is refused by name.
 */
public final class DeltaWriter implements AutoCloseable {

    private static final String WRITER = "Bobbin";

    /** Files that are written at the same time, one a partition; each has some megabytes of rows in memory. */
    private static final int OPEN_FILES = 16;

    private static final long ROWS_A_FILE = 1_000_000;

    private final Engine engine;
    private final Path table;
    private final Transaction transaction;
    private final Row state;
    private final StructType schema;
    private final List<Integer> partitioning;
    private final Map<List<@Nullable Object>, PartFile> open = new LinkedHashMap<>();
    private final List<Row> actions = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private boolean committed;

    private DeltaWriter(Engine engine, Path table, Transaction transaction) {
        this.engine = engine;
        this.table = table;
        this.transaction = transaction;
        this.state = transaction.getTransactionState(engine);
        this.schema = transaction.getSchema(engine);
        this.partitioning = transaction.getPartitionColumns(engine).stream()
                .map(name -> schema.indexOf(name))
                .toList();
    }

    /**
     * Begins a new table.
     *
     * @param table its folder, which holds nothing yet
     * @param lakehouse the folder that the table must not lead out of
     * @param partitions names of columns whose values name the folders of the files
     * @throws IOException when the columns cannot be those of a Delta table; the message is in plain words
     */
    public static DeltaWriter create(Path table, Path lakehouse, StructType schema, List<String> partitions)
            throws IOException {
        return begin(
                table,
                lakehouse,
                (engine, path) -> Table.forPath(engine, path)
                        .createTransactionBuilder(engine, WRITER, Operation.CREATE_TABLE)
                        .withSchema(engine, schema)
                        .withPartitionColumns(engine, partitions));
    }

    /** Begins the next version of a table, which has other columns and only the rows that follow. */
    public static DeltaWriter replace(Path table, Path lakehouse, StructType schema, List<String> partitions)
            throws IOException {
        return begin(
                table,
                lakehouse,
                (engine, path) -> ((TableImpl) Table.forPath(engine, path))
                        .createReplaceTableTransactionBuilder(engine, WRITER)
                        .withSchema(engine, schema)
                        .withPartitionColumns(engine, partitions));
    }

    /** Begins the next version of a table, which has the rows that follow besides those it has. */
    public static DeltaWriter append(Path table, Path lakehouse) throws IOException {
        return begin(
                table,
                lakehouse,
                (engine, path) ->
                        Table.forPath(engine, path).createTransactionBuilder(engine, WRITER, Operation.WRITE));
    }

    private interface Beginning {
        TransactionBuilder on(Engine engine, String path);
    }

    private static DeltaWriter begin(Path table, Path lakehouse, Beginning beginning) throws IOException {
        try {
            Engine engine = new LocalEngine(new LocalFiles(lakehouse));
            Path real = table.toRealPath();
            return new DeltaWriter(
                    engine, real, beginning.on(engine, real.toString()).build(engine));
        } catch (RuntimeException e) {
            throw DeltaTable.failed("delta.unwritable", table, e);
        }
    }

    /** The columns of the table. */
    public StructType schema() {
        return schema;
    }

    /** Adds a row. @param row in the order of {@link #schema}; values as {@link Values} has them */
    public void write(@Nullable Object[] row) throws IOException {
        List<@Nullable Object> key = new ArrayList<>(partitioning.size());
        partitioning.forEach(index -> key.add(row[index]));
        @Nullable PartFile file = open.get(key);
        if (file == null) {
            if (open.size() == OPEN_FILES) {
                finish(open.keySet().iterator().next());
            }
            file = begin(key);
            open.put(key, file);
        }
        file.write(row);
        if (file.rows() == ROWS_A_FILE) {
            finish(key);
        }
    }

    private PartFile begin(List<@Nullable Object> key) throws IOException {
        Map<String, Literal> values = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            StructField column = schema.at(partitioning.get(i));
            values.put(column.getName(), PartitionValue.literal(key.get(i), column.getDataType()));
        }
        try {
            DataWriteContext context = Transaction.getWriteContext(engine, state, values);
            PartFile file = PartFile.begin(context, schema, stored(values), Set.copyOf(partitioning));
            written.add(file.path());
            return file;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** The columns of a data file: those of a partition have none, and a table may map names. */
    private StructType stored(Map<String, Literal> values) throws IOException {
        FilteredColumnarBatch none = new FilteredColumnarBatch(Batch.of(List.of(), schema), Optional.empty());
        try (CloseableIterator<FilteredColumnarBatch> physical = Transaction.transformLogicalData(
                engine, state, Iterators.of(List.of(none).iterator()), values)) {
            return physical.next().getData().getSchema();
        }
    }

    private void finish(List<@Nullable Object> key) throws IOException {
        @Nullable PartFile file = open.remove(key);
        if (file != null) {
            DataFileStatus status = file.finish();
            try (CloseableIterator<Row> adds = Transaction.generateAppendActions(
                    engine, state, Iterators.of(List.of(status).iterator()), file.context())) {
                adds.forEachRemaining(actions::add);
            }
        }
    }

    /**
     * Makes the rows count, all at once.
     *
     * @return the version of the table
     * @throws IOException when somebody else has written it meanwhile, or it cannot be written; then nothing has happened
     */
    public long commit() throws IOException {
        try {
            for (List<@Nullable Object> key : List.copyOf(open.keySet())) {
                finish(key);
            }
            TransactionCommitResult result =
                    transaction.commit(engine, CloseableIterable.inMemoryIterable(Iterators.of(actions.iterator())));
            committed = true;
            writeCheckpoint(result);
            return result.getVersion();
        } catch (ConcurrentWriteException e) {
            throw PlainException.of("delta.changed-meanwhile", table.getFileName())
                    .because(e);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Every tenth version: then readers need not read the whole log. */
    private void writeCheckpoint(TransactionCommitResult result) {
        for (PostCommitHook hook : result.getPostCommitHooks()) {
            if (hook.getType() == PostCommitHookType.CHECKPOINT) {
                try {
                    hook.threadSafeInvoke(engine);
                } catch (IOException | RuntimeException e) {
                    // The table is whole without one, and the next writer tries again.
                }
            }
        }
    }

    private IOException failed(RuntimeException e) {
        return DeltaTable.failed("delta.unwritable", table, e);
    }

    /** Ends the work; without a commit nothing has happened. */
    @Override
    public void close() throws IOException {
        for (PartFile file : open.values()) {
            file.drop();
        }
        open.clear();
        if (!committed) {
            for (Path file : written) {
                Files.deleteIfExists(file);
            }
        }
    }
}
