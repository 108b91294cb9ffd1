package dev.bobbin.emulator.standin.parquet;

import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file, one after another, one row group in memory at a time. */
public final class ParquetRows implements Closeable {

    private final Path path;
    private final ParquetFileReader file;
    private final MessageType projection;
    private final MessageColumnIO columns;
    private final Shape shape;
    private @Nullable RecordReader<@Nullable Object[]> rows;
    private long left;
    private long position = -1;

    /** Makes what puts a row together and gives it away. */
    private interface Shape {
        GroupConverter converter(Consumer<@Nullable Object[]> rows);
    }

    private ParquetRows(Path path, ParquetFileReader file, MessageType projection, Shape shape) {
        this.path = path;
        this.file = file;
        this.projection = projection;
        this.shape = shape;
        file.setRequestedSchema(projection);
        this.columns = new ColumnIOFactory()
                .getColumnIO(projection, file.getFileMetaData().getSchema());
    }

    /**
     * Rows as a table wants them: plain values in the order of the wanted fields, see {@link ValueReaders}; a field that
     * the file does not have is null.
     *
     * @throws IOException when the file is not there or is damaged; the message is in plain words
     */
    public static ParquetRows open(Path path, StructType wanted) throws IOException {
        return opened(path, file -> {
            MessageType stored = file.getFileMetaData().getSchema();
            List<Type> found = new ArrayList<>();
            for (StructField field : wanted.fields()) {
                @Nullable Type type = ValueReaders.find(field, stored);
                if (type != null) {
                    found.add(type);
                }
            }
            MessageType projection = new MessageType(stored.getName(), found);
            return new ParquetRows(
                    path,
                    file,
                    projection,
                    rows -> new ValueReaders.Struct(wanted, projection, value -> rows.accept((Object[]) value)));
        });
    }

    /**
     * Rows of all columns as they are, see {@link PlainValues}.
     *
     * @throws IOException when the file is not there, is damaged, or has columns that hold more than one value a row; the
     *     message is in plain words
     */
    public static ParquetRows open(Path path) throws IOException {
        return opened(path, file -> {
            MessageType stored = file.getFileMetaData().getSchema();
            PlainRow.require(stored);
            return new ParquetRows(path, file, stored, rows -> new PlainRow(stored, rows));
        });
    }

    private interface Opening {
        ParquetRows of(ParquetFileReader file) throws IOException;
    }

    private static ParquetRows opened(Path path, Opening opening) throws IOException {
        ParquetFileReader file;
        try {
            file = reader(path);
        } catch (IOException | RuntimeException e) {
            throw unreadable(path, e);
        }
        try {
            return opening.of(file);
        } catch (IOException e) {
            file.close();
            throw e;
        } catch (RuntimeException e) {
            file.close();
            throw unreadable(path, e);
        }
    }

    /** The names of the columns read. */
    public List<String> names() {
        return projection.getFields().stream().map(Type::getName).toList();
    }

    /** The types of a file's columns. */
    public static MessageType schema(Path path) throws IOException {
        try (ParquetFileReader reader = reader(path)) {
            return reader.getFileMetaData().getSchema();
        } catch (IOException | RuntimeException e) {
            throw unreadable(path, e);
        }
    }

    private static ParquetFileReader reader(Path path) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(path), ParquetReadOptions.builder().build());
    }

    /** The library's own words are about its objects and bytes, and stay with the cause. */
    private static IOException unreadable(Path path, Exception cause) {
        String problem = Files.notExists(path)
                ? "parquet.missing"
                : Files.isReadable(path) ? "parquet.damaged" : "parquet.denied";
        return PlainException.of(problem, path.getFileName()).because(cause);
    }

    /**
     * The next row; null at the end.
     *
     * @throws IOException when the file is damaged from here on; the message is in plain words
     */
    public @Nullable Object @Nullable [] next() throws IOException {
        try {
            @Nullable RecordReader<@Nullable Object[]> reader = left == 0 ? nextGroup() : rows;
            if (reader == null) {
                return null;
            }
            @Nullable Object[] row = reader.read();
            left--;
            position++;
            return row;
        } catch (IOException | RuntimeException e) {
            throw PlainException.of("parquet.breaks-off", position + 1, path.getFileName())
                    .because(e);
        }
    }

    private @Nullable RecordReader<@Nullable Object[]> nextGroup() throws IOException {
        rows = null;
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            rows = columns.getRecordReader(pages, new Rows(shape));
        }
        return rows;
    }

    /** Number of the last row in the file, from 0. */
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static final class Rows extends RecordMaterializer<@Nullable Object[]> {

        private final GroupConverter root;
        private @Nullable Object[] row = new Object[0];

        Rows(Shape shape) {
            root = shape.converter(made -> row = made);
        }

        @Override
        public @Nullable Object[] getCurrentRecord() {
            return row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }
}
