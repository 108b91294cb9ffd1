package dev.bobbin.emulator.standin.parquet;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A row of columns that each hold one value, see {@link PlainValues}. */
final class PlainRow extends GroupConverter {

    private final Converter[] fields;
    private final Consumer<@Nullable Object[]> sink;
    private @Nullable Object[] values = new Object[0];

    PlainRow(MessageType schema, Consumer<@Nullable Object[]> sink) {
        this.sink = sink;
        this.fields = new Converter[schema.getFieldCount()];
        for (int i = 0; i < fields.length; i++) {
            int index = i;
            fields[i] = new PlainValues(schema.getType(i).asPrimitiveType(), value -> values[index] = value);
        }
    }

    /** @throws IOException when a column holds a list or a structure; the message is in plain words */
    static void require(MessageType schema) throws IOException {
        for (Type field : schema.getFields()) {
            if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
                throw PlainException.of("parquet.nested", field.getName());
            }
        }
    }

    @Override
    public Converter getConverter(int fieldIndex) {
        return fields[fieldIndex];
    }

    @Override
    public void start() {
        values = new Object[fields.length];
    }

    @Override
    public void end() {
        sink.accept(values);
    }
}
