package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values of partition columns, as Kernel takes them. */
final class PartitionValue {

    private PartitionValue() {}

    /** @throws IOException when the type names no folders: floating-point numbers and binaries */
    static Literal literal(@Nullable Object value, DataType type) throws IOException {
        if (value == null) {
            return Literal.ofNull(type);
        }
        return switch (type) {
            case BooleanType _ -> Literal.ofBoolean((Boolean) value);
            case ByteType _ -> Literal.ofByte((Byte) value);
            case ShortType _ -> Literal.ofShort((Short) value);
            case IntegerType _ -> Literal.ofInt((Integer) value);
            case LongType _ -> Literal.ofLong((Long) value);
            case StringType _ -> Literal.ofString((String) value);
            case DateType _ -> Literal.ofDate((Integer) value);
            case TimestampType _ -> Literal.ofTimestamp((Long) value);
            case TimestampNTZType _ -> Literal.ofTimestampNtz((Long) value);
            case DecimalType decimal ->
                Literal.ofDecimal((BigDecimal) value, decimal.getPrecision(), decimal.getScale());
            default -> throw PlainException.of("delta.no-partition", type);
        };
    }
}
