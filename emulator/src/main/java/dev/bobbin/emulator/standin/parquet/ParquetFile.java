package dev.bobbin.emulator.standin.parquet;

import io.delta.kernel.types.StructType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** A Parquet file that is being written, row by row; about 16 MB of rows are in memory. */
public final class ParquetFile implements Closeable {

    private static final long ROW_GROUP_BYTES = 16L * 1024 * 1024;

    private final ParquetWriter<@Nullable Object[]> writer;

    private ParquetFile(ParquetWriter<@Nullable Object[]> writer) {
        this.writer = writer;
    }

    /**
     * @param file must not be there
     * @param schema see {@link ParquetTypes#stored}
     */
    public static ParquetFile create(Path file, StructType schema) throws IOException {
        return new ParquetFile(new Builder(file, schema)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build());
    }

    /** @param row in the order of the schema: values as {@link ValueReaders} has them; an array for a struct, a list, a map */
    public void write(@Nullable Object[] row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {

        private final StructType schema;

        Builder(Path file, StructType schema) {
            super(new LocalOutputFile(file));
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(org.apache.hadoop.conf.Configuration configuration) {
            return new Rows(schema);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(schema);
        }
    }

    private static final class Rows extends WriteSupport<@Nullable Object[]> {

        private final MessageType stored;
        private final StructWriter fields;
        private @Nullable RecordConsumer consumer;

        Rows(StructType schema) {
            this.stored = ParquetTypes.stored(schema);
            this.fields = new StructWriter(schema);
        }

        @Override
        public WriteContext init(org.apache.hadoop.conf.Configuration configuration) {
            return new WriteContext(stored, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(stored, Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(@Nullable Object[] row) {
            RecordConsumer out = Objects.requireNonNull(consumer, "the file is not open");
            out.startMessage();
            fields.write(row, out);
            out.endMessage();
        }
    }
}
