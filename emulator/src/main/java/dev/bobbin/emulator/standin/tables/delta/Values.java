package dev.bobbin.emulator.standin.tables.delta;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One column, as Kernel reads it, over plain values: Boolean, Byte, Short, Integer (also days since 1970), Long (also
 * microseconds since 1970), Float, Double, BigDecimal, String, byte[]; Object[] for a struct, List for an array, Map.
 */
record Values(DataType type, List<@Nullable Object> values) implements ColumnVector {

    private static final String[] LETTERS = IntStream.range(0, 128)
            .mapToObj(letter -> String.valueOf((char) letter).intern())
            .toArray(String[]::new);

    /** One column of rows. @param index its place in a row */
    static Values column(List<@Nullable Object[]> rows, int index, DataType type) {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            values.add(row[index]);
        }
        return new Values(type, values);
    }

    private Object value(int row) {
        return Objects.requireNonNull(values.get(row), "Kernel asks for a value that is null");
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return values.size();
    }

    @Override
    public boolean isNullAt(int row) {
        return values.get(row) == null;
    }

    @Override
    public boolean getBoolean(int row) {
        return (Boolean) value(row);
    }

    @Override
    public byte getByte(int row) {
        return (Byte) value(row);
    }

    @Override
    public short getShort(int row) {
        return (Short) value(row);
    }

    @Override
    public int getInt(int row) {
        return (Integer) value(row);
    }

    @Override
    public long getLong(int row) {
        return (Long) value(row);
    }

    @Override
    public float getFloat(int row) {
        return (Float) value(row);
    }

    @Override
    public double getDouble(int row) {
        return (Double) value(row);
    }

    @Override
    public byte[] getBinary(int row) {
        return (byte[]) value(row);
    }

    /** Kernel tells the kinds of deletion vectors, "i", "p" and "u", by identity, so there is one of each such text. */
    @Override
    public String getString(int row) {
        String text = (String) value(row);
        return text.length() == 1 && text.charAt(0) < LETTERS.length ? LETTERS[text.charAt(0)] : text;
    }

    @Override
    public BigDecimal getDecimal(int row) {
        return (BigDecimal) value(row);
    }

    @Override
    public ArrayValue getArray(int row) {
        List<@Nullable Object> elements = new ArrayList<>((List<?>) value(row));
        return new Elements(new Values(((ArrayType) type).getElementType(), elements));
    }

    @Override
    public MapValue getMap(int row) {
        Map<?, ?> entries = (Map<?, ?>) value(row);
        MapType map = (MapType) type;
        return new Entries(
                new Values(map.getKeyType(), new ArrayList<>(entries.keySet())),
                new Values(map.getValueType(), new ArrayList<>(entries.values())));
    }

    /** One field of a column of structs; null where the struct is. */
    @Override
    public ColumnVector getChild(int ordinal) {
        List<@Nullable Object> fields = new ArrayList<>(values.size());
        for (@Nullable Object value : values) {
            fields.add(value == null ? null : ((@Nullable Object[]) value)[ordinal]);
        }
        return new Values(((StructType) type).at(ordinal).getDataType(), fields);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private record Elements(Values elements) implements ArrayValue {
        @Override
        public int getSize() {
            return elements.getSize();
        }

        @Override
        public ColumnVector getElements() {
            return elements;
        }
    }

    private record Entries(Values keys, Values entryValues) implements MapValue {
        @Override
        public int getSize() {
            return keys.getSize();
        }

        @Override
        public ColumnVector getKeys() {
            return keys;
        }

        @Override
        public ColumnVector getValues() {
            return entryValues;
        }
    }
}
