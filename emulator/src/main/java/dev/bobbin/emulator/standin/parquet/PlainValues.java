package dev.bobbin.emulator.standin.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * Turns a column's stored values into Boolean, Long, Double, BigDecimal, LocalDate, LocalTime, LocalDateTime, String or
 * byte[], as its type says (Parquet format, "Logical types"). A value of a dictionary is made once.
 */
final class PlainValues extends PrimitiveConverter {

    private static final long JULIAN_DAY_OF_1970 = 2_440_588L;

    private final LongFunction<Object> ofNumber;
    private final Function<Binary, Object> ofBinary;
    private final PrimitiveTypeName stored;
    private final ValueSink sink;
    private Object[] dictionary = new Object[0];

    PlainValues(PrimitiveType type, ValueSink sink) {
        this.stored = type.getPrimitiveTypeName();
        this.ofNumber = ofNumber(type);
        this.ofBinary = ofBinary(type);
        this.sink = sink;
    }

    private static LongFunction<Object> ofNumber(PrimitiveType type) {
        return switch (type.getLogicalTypeAnnotation()) {
            case DecimalLogicalTypeAnnotation decimal -> value -> BigDecimal.valueOf(value, decimal.getScale());
            case LogicalTypeAnnotation.DateLogicalTypeAnnotation _ -> LocalDate::ofEpochDay;
            case TimestampLogicalTypeAnnotation moment -> value -> moment(value, moment.getUnit());
            case TimeLogicalTypeAnnotation time -> value -> LocalTime.ofNanoOfDay(value * nanos(time.getUnit()));
            case null, default -> value -> value;
        };
    }

    private static Function<Binary, Object> ofBinary(PrimitiveType type) {
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96) {
            return PlainValues::oldMoment;
        }
        return switch (type.getLogicalTypeAnnotation()) {
            case DecimalLogicalTypeAnnotation decimal ->
                value -> new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale());
            case LogicalTypeAnnotation.StringLogicalTypeAnnotation _ -> Binary::toStringUsingUTF8;
            case LogicalTypeAnnotation.EnumLogicalTypeAnnotation _ -> Binary::toStringUsingUTF8;
            case LogicalTypeAnnotation.JsonLogicalTypeAnnotation _ -> Binary::toStringUsingUTF8;
            case null, default -> Binary::getBytes;
        };
    }

    private static long nanos(TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> 1_000_000;
            case MICROS -> 1_000;
            case NANOS -> 1;
        };
    }

    private static LocalDateTime moment(long value, TimeUnit unit) {
        ChronoUnit each =
                switch (unit) {
                    case MILLIS -> ChronoUnit.MILLIS;
                    case MICROS -> ChronoUnit.MICROS;
                    case NANOS -> ChronoUnit.NANOS;
                };
        return LocalDateTime.ofInstant(Instant.EPOCH.plus(value, each), ZoneOffset.UTC);
    }

    /** The old form of timestamps: nanoseconds of the day, then the Julian day. */
    private static LocalDateTime oldMoment(Binary value) {
        ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        long nanos = bytes.getLong();
        return LocalDate.ofEpochDay(bytes.getInt() - JULIAN_DAY_OF_1970)
                .atStartOfDay()
                .plusNanos(nanos);
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary values) {
        dictionary = new Object[values.getMaxId() + 1];
        for (int i = 0; i < dictionary.length; i++) {
            dictionary[i] = switch (stored) {
                case BOOLEAN -> values.decodeToBoolean(i);
                case INT32 -> ofNumber.apply(values.decodeToInt(i));
                case INT64 -> ofNumber.apply(values.decodeToLong(i));
                case FLOAT -> (double) values.decodeToFloat(i);
                case DOUBLE -> values.decodeToDouble(i);
                case INT96, BINARY, FIXED_LEN_BYTE_ARRAY -> ofBinary.apply(values.decodeToBinary(i));
            };
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        sink.accept(dictionary[id]);
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(value);
    }

    @Override
    public void addInt(int value) {
        sink.accept(ofNumber.apply(value));
    }

    @Override
    public void addLong(long value) {
        sink.accept(ofNumber.apply(value));
    }

    @Override
    public void addFloat(float value) {
        sink.accept((double) value);
    }

    @Override
    public void addDouble(double value) {
        sink.accept(value);
    }

    @Override
    public void addBinary(Binary value) {
        sink.accept(ofBinary.apply(value));
    }
}
