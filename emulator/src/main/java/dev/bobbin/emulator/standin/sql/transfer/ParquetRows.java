package dev.bobbin.emulator.standin.sql.transfer;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** Parquet with flat columns. */
final class ParquetRows implements RowReader {

    private final ParquetReader<@Nullable Object[], @Nullable Object[], String[]> reader;
    private final List<String> columns;
    private final List<ParquetValue> values = new ArrayList<>();
    private long row;

    private ParquetRows(Path file) throws IOException {
        MessageType schema =
                ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema();
        Map<String, Integer> positions = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Type field : schema.getFields()) {
            if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
                throw new IOException("The column '" + field.getName()
                        + "' is nested (a list or a structure); only flat columns can be imported.");
            }
            positions.put(field.getName(), names.size());
            names.add(field.getName());
            values.add(ParquetValue.of(field.asPrimitiveType()));
        }
        this.columns = ColumnNames.usable(names);
        this.reader = ParquetReader.spliterator(file.toFile(), new Filler(names.size(), positions));
    }

    static ParquetRows open(Path file) throws IOException {
        try {
            return new ParquetRows(file);
        } catch (RuntimeException e) {
            throw new IOException("The file is no Parquet file, or is damaged: " + e.getMessage(), e);
        }
    }

    /** Puts the values of a row into an array. */
    private record Filler(int width, Map<String, Integer> positions)
            implements Hydrator<@Nullable Object[], @Nullable Object[], String[]> {
        @Override
        public @Nullable Object[] start() {
            return new @Nullable Object[width];
        }

        @Override
        public @Nullable Object[] add(@Nullable Object[] target, String[] path, @Nullable Object value) {
            Integer position = positions.get(path[0]);
            if (position != null) {
                target[position] = value;
            }
            return target;
        }

        @Override
        public @Nullable Object[] finish(@Nullable Object[] target) {
            return target;
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        List<@Nullable Object> next = new ArrayList<>(columns.size());
        try {
            boolean found = reader.tryAdvance(raw -> {
                for (int i = 0; i < raw.length; i++) {
                    Object value = raw[i];
                    next.add(value == null ? null : values.get(i).of(value));
                }
            });
            row++;
            return found ? Collections.unmodifiableList(next) : null;
        } catch (RuntimeException e) {
            throw new IOException("After row " + row + " the file cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public String place() {
        return "row " + row;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
