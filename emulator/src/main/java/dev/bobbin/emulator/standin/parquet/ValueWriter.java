package dev.bobbin.emulator.standin.parquet;

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
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Writes the values of one column as {@link ParquetTypes#stored} declares it. */
@FunctionalInterface
interface ValueWriter {

    void write(Object value, RecordConsumer out);

    /** @throws IllegalArgumentException for nested types */
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
            default -> throw new IllegalArgumentException("Values of the type " + type + " cannot be written.");
        };
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
