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
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The types of a Parquet file's columns, as Delta names them. */
public final class ParquetTypes {

    private ParquetTypes() {}

    /** Columns whose type has a name in Delta; nested ones are left out. */
    public static StructType flat(MessageType schema) {
        List<StructField> fields = new ArrayList<>();
        for (Type field : schema.getFields()) {
            if (field.isPrimitive() && !field.isRepetition(Type.Repetition.REPEATED)) {
                of(field.asPrimitiveType()).ifPresent(type -> fields.add(new StructField(field.getName(), type, true)));
            }
        }
        return new StructType(fields);
    }

    private static Optional<DataType> of(PrimitiveType type) {
        @Nullable LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            return Optional.of(new DecimalType(decimal.getPrecision(), decimal.getScale()));
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            return Optional.of(timestamp.isAdjustedToUTC() ? TimestampType.TIMESTAMP : TimestampNTZType.TIMESTAMP_NTZ);
        }
        return Optional.ofNullable(
                switch (type.getPrimitiveTypeName()) {
                    case BOOLEAN -> BooleanType.BOOLEAN;
                    case INT32 -> logical instanceof DateLogicalTypeAnnotation ? DateType.DATE : ofInt(logical);
                    case INT64 -> LongType.LONG;
                    case FLOAT -> FloatType.FLOAT;
                    case DOUBLE -> DoubleType.DOUBLE;
                    case INT96 -> TimestampType.TIMESTAMP;
                    case BINARY -> logical == null ? BinaryType.BINARY : StringType.STRING;
                    case FIXED_LEN_BYTE_ARRAY -> BinaryType.BINARY;
                });
    }

    private static DataType ofInt(@Nullable LogicalTypeAnnotation logical) {
        int bits = logical instanceof IntLogicalTypeAnnotation annotation ? annotation.getBitWidth() : Integer.SIZE;
        return switch (bits) {
            case Byte.SIZE -> ByteType.BYTE;
            case Short.SIZE -> ShortType.SHORT;
            default -> IntegerType.INTEGER;
        };
    }
}
