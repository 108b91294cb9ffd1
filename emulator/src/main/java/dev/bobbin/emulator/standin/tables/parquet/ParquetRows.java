package dev.bobbin.emulator.standin.tables.parquet;

import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/**
 * The rows of a Parquet file, one after another, one row group in memory at a time. A row is an array of plain values in
 * the order of the wanted fields, see {@link ValueReaders}; a field that the file does not have is null.
 */
public final class ParquetRows implements Closeable {

    private final ParquetFileReader file;
    private final StructType wanted;
    private final MessageType projection;
    private final MessageColumnIO columns;
    private @Nullable RecordReader<@Nullable Object[]> rows;
    private long left;
    private long position = -1;

    private ParquetRows(ParquetFileReader file, StructType wanted) {
        this.file = file;
        this.wanted = wanted;
        MessageType stored = file.getFileMetaData().getSchema();
        List<Type> found = new ArrayList<>();
        for (StructField field : wanted.fields()) {
            @Nullable Type type = ValueReaders.find(field, stored);
            if (type != null) {
                found.add(type);
            }
        }
        this.projection = new MessageType(stored.getName(), found);
        file.setRequestedSchema(projection);
        this.columns = new ColumnIOFactory().getColumnIO(projection, stored);
    }

    /** @throws IOException when the file is not there or is damaged; the message is in plain words */
    public static ParquetRows open(Path path, StructType wanted) throws IOException {
        try {
            return new ParquetRows(reader(path), wanted);
        } catch (RuntimeException e) {
            throw damaged(path, e);
        }
    }

    /** The types of a file's columns. */
    public static MessageType schema(Path path) throws IOException {
        try (ParquetFileReader reader = reader(path)) {
            return reader.getFileMetaData().getSchema();
        } catch (RuntimeException e) {
            throw damaged(path, e);
        }
    }

    private static ParquetFileReader reader(Path path) throws IOException {
        return ParquetFileReader.open(
                new LocalInputFile(path), ParquetReadOptions.builder().build());
    }

    private static IOException damaged(Path path, RuntimeException cause) {
        return new IOException("The Parquet file " + path + " cannot be read: " + cause.getMessage(), cause);
    }

    /** The next row; null at the end. */
    public @Nullable Object @Nullable [] next() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            rows = columns.getRecordReader(pages, new Rows(wanted, projection));
        }
        left--;
        position++;
        @Nullable RecordReader<@Nullable Object[]> reader = rows;
        return reader == null ? null : reader.read();
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

        Rows(StructType wanted, MessageType stored) {
            root = new ValueReaders.Struct(wanted, stored, value -> row = (Object[]) value);
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
