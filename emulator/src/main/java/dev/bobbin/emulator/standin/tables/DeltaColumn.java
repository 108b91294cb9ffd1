package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.transfer.ImportValue;
import dev.bobbin.emulator.standin.sql.types.SqlType;
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
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A column of a Delta table that takes values of a file. */
final class DeltaColumn {

    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    private final DataType type;
    private final ImportValue conversion;

    /** @throws IOException when the type is nested */
    DeltaColumn(String name, DataType type) throws IOException {
        this.type = type;
        this.conversion = ImportValue.to(sqlType(name, type));
    }

    /** The type of the lake for one of a warehouse. Moments are those of Spark, in UTC. */
    static DataType typeFor(SqlType type) {
        return switch (type.kind()) {
            case BIT -> BooleanType.BOOLEAN;
            case TINYINT, SMALLINT -> ShortType.SHORT;
            case INT -> IntegerType.INTEGER;
            case BIGINT -> LongType.LONG;
            case REAL -> FloatType.FLOAT;
            case FLOAT -> DoubleType.DOUBLE;
            case DATE -> DateType.DATE;
            case DATETIME, DATETIME2, SMALLDATETIME, DATETIMEOFFSET -> TimestampType.TIMESTAMP;
            case VARBINARY, BINARY -> BinaryType.BINARY;
            default -> type.isDecimal() ? new DecimalType(type.precision(), type.scale()) : StringType.STRING;
        };
    }

    private static SqlType sqlType(String name, DataType type) throws IOException {
        return switch (type) {
            case StringType _ -> SqlType.NVARCHAR_MAX;
            case BinaryType _ -> SqlType.VARBINARY_MAX;
            default -> EndpointTypes.shownAs(type).orElseThrow(() -> PlainException.of("delta.nested", name, type));
        };
    }

    /**
     * A value as the table keeps it.
     *
     * @param value as a {@link dev.bobbin.emulator.standin.sql.transfer.RowReader} gives it
     * @throws RuntimeException when it is none of the column's type
     */
    @Nullable
    Object of(Object value) {
        boolean isMoment = type instanceof TimestampType || type instanceof TimestampNTZType;
        Object local = isMoment && value instanceof OffsetDateTime moment
                ? moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : value;
        @Nullable Object converted = conversion.of(local);
        return converted == null ? null : stored(converted);
    }

    private Object stored(Object value) {
        return switch (type) {
            case BooleanType _ -> (Long) value != 0;
            case ByteType _ -> small((Long) value);
            case ShortType _ -> ((Long) value).shortValue();
            case IntegerType _ -> ((Long) value).intValue();
            case FloatType _ -> ((Double) value).floatValue();
            case DecimalType decimal -> ((BigDecimal) value).setScale(decimal.getScale());
            case DateType _ -> (int) ((LocalDate) value).toEpochDay();
            case TimestampType _, TimestampNTZType _ -> ChronoUnit.MICROS.between(EPOCH, (LocalDateTime) value);
            default -> value;
        };
    }

    private static byte small(long value) {
        if (value < Byte.MIN_VALUE || value > Byte.MAX_VALUE) {
            throw new ArithmeticException(value + " is out of range");
        }
        return (byte) value;
    }
}
