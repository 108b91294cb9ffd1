package dev.bobbin.emulator.standin.parquet;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
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
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the values of one column as {@link ParquetTypes#stored} declares it. */
@FunctionalInterface
interface ValueWriter {

    void write(Object value, RecordConsumer out);

    /** @throws IllegalArgumentException for a type that Parquet has no room for */
    static ValueWriter of(DataType type) {
        return switch (type) {
            case BooleanType _ -> (value, out) -> out.addBoolean((Boolean) value);
            case ByteType _, ShortType _, IntegerType _, DateType _ ->
                (value, out) -> out.addInteger(((Number) value).intValue());
            case LongType _, TimestampType _, TimestampNTZType _ -> (value, out) -> out.addLong((Long) value);
            case FloatType _ -> (value, out) -> out.addFloat((Float) value);
            case DoubleType _ -> (value, out) -> out.addDouble((Double) value);
            case StringType _ -> (value, out) -> out.addBinary(Binary.fromString((String) value));
            case BinaryType _ -> (value, out) -> out.addBinary(Binary.fromConstantByteArray((byte[]) value));
            case DecimalType decimal -> decimal(decimal);
            case StructType struct -> grouped(new StructWriter(struct));
            case ArrayType array -> grouped(list(of(array.getElementType())));
            case MapType map -> grouped(map(of(map.getKeyType()), of(map.getValueType())));
            default -> throw new IllegalArgumentException("Values of the type " + type + " cannot be written.");
        };
    }

    private static ValueWriter grouped(ValueWriter inner) {
        return (value, out) -> {
            out.startGroup();
            inner.write(value, out);
            out.endGroup();
        };
    }

    private static ValueWriter list(ValueWriter element) {
        return repeated(ParquetTypes.LIST, (entry, out) -> field(ParquetTypes.ELEMENT, 0, entry, element, out));
    }

    private static ValueWriter map(ValueWriter key, ValueWriter value) {
        ValueWriter entries = repeated(ParquetTypes.KEY_VALUE, (entry, out) -> {
            Map.Entry<?, ?> pair = (Map.Entry<?, ?>) Objects.requireNonNull(entry);
            field(ParquetTypes.KEY, 0, pair.getKey(), key, out);
            field(ParquetTypes.VALUE, 1, pair.getValue(), value, out);
        });
        return (map, out) -> entries.write(((Map<?, ?>) map).entrySet(), out);
    }

    /** Writes what may be null. */
    @FunctionalInterface
    interface EntryWriter {
        void write(@Nullable Object entry, RecordConsumer out);
    }

    private static ValueWriter repeated(String name, EntryWriter writer) {
        return (value, out) -> {
            Collection<?> entries = (Collection<?>) value;
            if (entries.isEmpty()) {
                return; // Parquet has no empty fields
            }
            out.startField(name, 0);
            for (@Nullable Object entry : entries) {
                out.startGroup();
                writer.write(entry, out);
                out.endGroup();
            }
            out.endField(name, 0);
        };
    }

    /** Writes a field of a group; what is null is left out. */
    static void field(String name, int place, @Nullable Object value, ValueWriter writer, RecordConsumer out) {
        if (value != null) {
            out.startField(name, place);
            writer.write(value, out);
            out.endField(name, place);
        }
    }

    private static ValueWriter decimal(DecimalType type) {
        if (type.getPrecision() <= ParquetTypes.INT_DIGITS) {
            return (value, out) -> out.addInteger(unscaled(value, type).intValueExact());
        }
        if (type.getPrecision() <= ParquetTypes.LONG_DIGITS) {
            return (value, out) -> out.addLong(unscaled(value, type).longValueExact());
        }
        int length = ParquetTypes.bytesOf(type.getPrecision());
        return (value, out) -> out.addBinary(Binary.fromConstantByteArray(padded(unscaled(value, type), length)));
    }

    private static BigInteger unscaled(Object value, DecimalType type) {
        return ((BigDecimal) value).setScale(type.getScale()).unscaledValue();
    }

    private static byte[] padded(BigInteger number, int length) {
        byte[] digits = number.toByteArray();
        byte[] padded = new byte[length];
        Arrays.fill(padded, (byte) (number.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, padded, length - digits.length, digits.length);
        return padded;
    }
}
