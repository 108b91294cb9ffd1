package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The rows of a file as an import takes them, some at a time: while those are written, the next ones are read. */
final class ImportSteps implements AutoCloseable {

    private static final int ROWS_A_STEP = 2_048;

    private final RowReader reader;
    private final List<ImportColumn> columns;
    private final List<Converter> converters;
    private final ExecutorService thread;
    private Future<List<@Nullable Object[]>> next;

    /** Makes a value of a file one of a column. */
    private interface Converter {
        @Nullable
        Object of(Object value);
    }

    /**
     * @param reader is closed with this
     * @param plain whether values are as {@code types.Codec} holds them rather than as it stores them
     */
    ImportSteps(RowReader reader, List<ImportColumn> columns, boolean plain) {
        this.reader = reader;
        this.columns = columns;
        this.converters = columns.stream()
                .map(column -> converter(column.type(), plain, reader.numbers()))
                .toList();
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import").daemon().factory());
        this.next = thread.submit(this::read);
    }

    private static Converter converter(SqlType type, boolean plain, NumberStyle numbers) {
        Converter converter = plain ? ImportValue.to(type)::of : StoredValue.to(type)::of;
        return type.isText() || numbers == NumberStyle.POINT
                ? converter
                : value -> converter.of(value instanceof String text ? numbers.plain(text.strip()) : value);
    }

    /**
     * The next rows; none at the end.
     *
     * @throws IOException when the file cannot be read further or a value is none of its column's type
     */
    List<@Nullable Object[]> next() throws IOException {
        try {
            List<@Nullable Object[]> rows = next.get();
            if (!rows.isEmpty()) {
                next = thread.submit(this::read);
            }
            return rows;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlainException.of("import.interrupted").because(e);
        }
    }

    private List<@Nullable Object[]> read() throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>(ROWS_A_STEP);
        while (rows.size() < ROWS_A_STEP) {
            List<@Nullable Object> row = reader.next();
            if (row == null) {
                break;
            }
            rows.add(converted(row));
        }
        return rows;
    }

    private @Nullable Object[] converted(List<@Nullable Object> row) throws IOException {
        @Nullable Object[] values = new @Nullable Object[row.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = row.get(i);
            try {
                values[i] = value == null ? null : converters.get(i).of(value);
            } catch (RuntimeException e) {
                throw PlainException.of(
                                "import.value",
                                reader.place(),
                                shortened(value),
                                columns.get(i).name(),
                                columns.get(i).type())
                        .because(e);
            }
        }
        return values;
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Waits for the rows that are being read, then lets go of the file. */
    @Override
    public void close() throws IOException {
        thread.close();
        reader.close();
    }
}
