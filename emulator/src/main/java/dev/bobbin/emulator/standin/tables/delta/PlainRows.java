package dev.bobbin.emulator.standin.tables.delta;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of Kernel's batches as plain values, see {@link Values}. */
final class PlainRows {

    private PlainRows() {}

    /** Hands on the rows of a batch that are selected. */
    static void forEach(FilteredColumnarBatch batch, DeltaTable.RowSink sink) throws IOException {
        ColumnarBatch data = batch.getData();
        Optional<ColumnVector> selection = batch.getSelectionVector();
        ColumnVector[] columns = new ColumnVector[data.getSchema().length()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = data.getColumnVector(i);
        }
        for (int row = 0; row < data.getSize(); row++) {
            if (selection.isEmpty()
                    || !selection.get().isNullAt(row) && selection.get().getBoolean(row)) {
                sink.accept(row(columns, row));
            }
        }
    }

    private static @Nullable Object[] row(ColumnVector[] columns, int row) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns[i], row);
        }
        return values;
    }

    private static @Nullable Object value(ColumnVector column, int row) {
        if (column.isNullAt(row)) {
            return null;
        }
        return switch (column.getDataType()) {
            case BooleanType _ -> column.getBoolean(row);
            case ByteType _ -> column.getByte(row);
            case ShortType _ -> column.getShort(row);
            case IntegerType _, DateType _ -> column.getInt(row);
            case LongType _, TimestampType _, TimestampNTZType _ -> column.getLong(row);
            case FloatType _ -> column.getFloat(row);
            case DoubleType _ -> column.getDouble(row);
            case DecimalType _ -> column.getDecimal(row);
            case StringType _ -> column.getString(row);
            case BinaryType _ -> column.getBinary(row);
            case StructType struct -> {
                ColumnVector[] fields = new ColumnVector[struct.length()];
                for (int i = 0; i < fields.length; i++) {
                    fields[i] = column.getChild(i);
                }
                yield row(fields, row);
            }
            case ArrayType _ -> elements(column.getArray(row).getElements());
            case MapType _ -> {
                List<@Nullable Object> keys = elements(column.getMap(row).getKeys());
                List<@Nullable Object> values = elements(column.getMap(row).getValues());
                Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
                for (int i = 0; i < keys.size(); i++) {
                    map.put(keys.get(i), values.get(i));
                }
                yield map;
            }
            default -> null; // types that nothing here shows
        };
    }

    private static List<@Nullable Object> elements(ColumnVector vector) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < vector.getSize(); i++) {
            elements.add(value(vector, i));
        }
        return elements;
    }
}
