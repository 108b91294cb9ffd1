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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * Turns a column's stored values into those of the wanted type: Boolean, Byte, Short, Integer (also days since 1970),
 * Long (also microseconds since 1970), Float, Double, BigDecimal, String, byte[].
 */
final class PrimitiveValues extends PrimitiveConverter {

    private static final long JULIAN_DAY_OF_1970 = 2_440_588L;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final DataType wanted;
    private final PrimitiveType stored;
    private final ValueSink sink;

    PrimitiveValues(DataType wanted, PrimitiveType stored, ValueSink sink) {
        this.wanted = wanted;
        this.stored = stored;
        this.sink = sink;
    }

    @Override
    public void addBoolean(boolean value) {
        if (!(wanted instanceof BooleanType)) {
            throw mismatch();
        }
        sink.accept(value);
    }

    @Override
    public void addInt(int value) {
        addLong(value);
    }

    @Override
    public void addLong(long value) {
        switch (wanted) {
            case ByteType _ -> sink.accept((byte) value);
            case ShortType _ -> sink.accept((short) value);
            case IntegerType _ -> sink.accept((int) value);
            case DateType _ -> sink.accept((int) value);
            case LongType _ -> sink.accept(value);
            case TimestampType _ -> sink.accept(micros(value));
            case TimestampNTZType _ -> sink.accept(micros(value));
            case DoubleType _ -> sink.accept((double) value);
            case DecimalType decimal -> sink.accept(scaled(BigDecimal.valueOf(value, scale()), decimal));
            default -> throw mismatch();
        }
    }

    @Override
    public void addFloat(float value) {
        switch (wanted) {
            case FloatType _ -> sink.accept(value);
            case DoubleType _ -> sink.accept((double) value);
            default -> throw mismatch();
        }
    }

    @Override
    public void addDouble(double value) {
        if (!(wanted instanceof DoubleType)) {
            throw mismatch();
        }
        sink.accept(value);
    }

    @Override
    public void addBinary(Binary value) {
        switch (wanted) {
            case StringType _ -> sink.accept(value.toStringUsingUTF8());
            case BinaryType _ -> sink.accept(value.getBytes());
            case DecimalType decimal ->
                sink.accept(scaled(new BigDecimal(new BigInteger(value.getBytes()), scale()), decimal));
            case TimestampType _ -> sink.accept(microsOfInt96(value));
            case TimestampNTZType _ -> sink.accept(microsOfInt96(value));
            default -> throw mismatch();
        }
    }

    private static BigDecimal scaled(BigDecimal value, DecimalType type) {
        return value.scale() == type.getScale() ? value : value.setScale(type.getScale());
    }

    private int scale() {
        return stored.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal
                ? decimal.getScale()
                : 0;
    }

    private long micros(long value) {
        TimeUnit unit = stored.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation timestamp
                ? timestamp.getUnit()
                : TimeUnit.MICROS;
        return switch (unit) {
            case MILLIS -> Math.multiplyExact(value, 1000L);
            case MICROS -> value;
            case NANOS -> Math.floorDiv(value, 1000L);
        };
    }

    /** The old form of timestamps: nanoseconds of the day, then the Julian day. */
    private static long microsOfInt96(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        return (bytes.getInt() - JULIAN_DAY_OF_1970) * MICROS_PER_DAY + nanos / 1000;
    }

    private IllegalStateException mismatch() {
        return new IllegalStateException("The column '" + stored.getName() + "' is stored as " + stored
                + " and cannot be read as " + wanted + ".");
    }
}
