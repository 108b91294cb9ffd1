package dev.bobbin.emulator.standin.sql.transfer;

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
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** Makes values of a column's physical ones (Parquet format, "Logical types"). */
@FunctionalInterface
interface ParquetValue {

    /** Day 0 of the old INT96 timestamps is the Julian one. */
    long JULIAN_EPOCH = 2_440_588;

    Object of(Object raw);

    static ParquetValue of(PrimitiveType type) {
        return switch (type.getLogicalTypeAnnotation()) {
            case null -> physical(type);
            case DecimalLogicalTypeAnnotation decimal -> raw -> decimal(raw, decimal.getScale());
            case LogicalTypeAnnotation.DateLogicalTypeAnnotation _ -> raw -> LocalDate.ofEpochDay(number(raw));
            case TimestampLogicalTypeAnnotation moment -> raw -> moment(number(raw), moment.getUnit());
            case TimeLogicalTypeAnnotation time -> raw -> LocalTime.ofNanoOfDay(number(raw) * nanos(time.getUnit()));
            case LogicalTypeAnnotation.StringLogicalTypeAnnotation _ -> ParquetValue::text;
            case LogicalTypeAnnotation.EnumLogicalTypeAnnotation _ -> ParquetValue::text;
            case LogicalTypeAnnotation.JsonLogicalTypeAnnotation _ -> ParquetValue::text;
            default -> physical(type);
        };
    }

    private static ParquetValue physical(PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case INT32, INT64 -> ParquetValue::number;
            case FLOAT, DOUBLE -> raw -> ((Number) raw).doubleValue();
            case INT96 -> ParquetValue::oldMoment;
            case BINARY, FIXED_LEN_BYTE_ARRAY -> ParquetValue::bytes;
            case BOOLEAN -> raw -> raw;
        };
    }

    private static Long number(Object raw) {
        return ((Number) raw).longValue();
    }

    private static BigDecimal decimal(Object raw, int scale) {
        return raw instanceof Number number
                ? BigDecimal.valueOf(number.longValue(), scale)
                : new BigDecimal(new BigInteger(bytes(raw)), scale);
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

    private static LocalDateTime oldMoment(Object raw) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = buffer.getLong();
        return LocalDate.ofEpochDay(buffer.getInt() - JULIAN_EPOCH)
                .atStartOfDay()
                .plusNanos(nanos);
    }

    private static Object text(Object raw) {
        return raw instanceof Binary binary ? binary.toStringUsingUTF8() : raw.toString();
    }

    private static byte[] bytes(Object raw) {
        return switch (raw) {
            case Binary binary -> binary.getBytes();
            case byte[] plain -> plain;
            default -> throw new IllegalArgumentException("The value " + raw + " is no binary.");
        };
    }
}
