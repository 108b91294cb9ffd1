package dev.bobbin.emulator.standin.tables.delta;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of a file, column by column. */
record Batch(StructType schema, List<ColumnVector> columns, int size) implements ColumnarBatch {

    /** @param rows each in the order of the schema */
    static Batch of(List<@Nullable Object[]> rows, StructType schema) {
        List<ColumnVector> columns = new ArrayList<>();
        for (int i = 0; i < schema.length(); i++) {
            columns.add(Values.column(rows, i, schema.at(i).getDataType()));
        }
        return new Batch(schema, columns, rows.size());
    }

    @Override
    public StructType getSchema() {
        return schema;
    }

    @Override
    public ColumnVector getColumnVector(int ordinal) {
        return columns.get(ordinal);
    }

    @Override
    public int getSize() {
        return size;
    }

    @Override
    public ColumnarBatch withNewColumn(int ordinal, StructField field, ColumnVector vector) {
        List<StructField> fields = new ArrayList<>(schema.fields());
        fields.add(ordinal, field);
        List<ColumnVector> more = new ArrayList<>(columns);
        more.add(ordinal, vector);
        return new Batch(new StructType(fields), more, size);
    }

    @Override
    public ColumnarBatch withDeletedColumnAt(int ordinal) {
        List<StructField> fields = new ArrayList<>(schema.fields());
        fields.remove(ordinal);
        List<ColumnVector> fewer = new ArrayList<>(columns);
        fewer.remove(ordinal);
        return new Batch(new StructType(fields), fewer, size);
    }

    @Override
    public ColumnarBatch withNewSchema(StructType newSchema) {
        return new Batch(newSchema, columns, size);
    }
}
