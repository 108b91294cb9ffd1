package dev.bobbin.emulator.standin.parquet;

import io.delta.kernel.types.StructType;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a row or of a struct. */
final class StructWriter implements ValueWriter {

    private final String[] names;
    private final ValueWriter[] writers;

    StructWriter(StructType struct) {
        names = struct.fieldNames().toArray(String[]::new);
        writers = struct.fields().stream()
                .map(field -> ValueWriter.of(field.getDataType()))
                .toArray(ValueWriter[]::new);
    }

    /** @param value an array in the order of the fields */
    @Override
    public void write(Object value, RecordConsumer out) {
        @Nullable Object[] values = (@Nullable Object[]) value;
        for (int i = 0; i < writers.length; i++) {
            ValueWriter.field(names[i], i, values[i], writers[i], out);
        }
    }
}
