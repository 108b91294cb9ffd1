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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The types of a Parquet file's columns, as Delta names them, and the other way round. */
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

    /** So many digits fit 4 bytes. */
    static final int INT_DIGITS = 9;

    /** So many digits fit 8 bytes. */
    static final int LONG_DIGITS = 18;

    /** How many bytes every number of so many digits fits, with its sign. */
    static int bytesOf(int digits) {
        return BigInteger.TEN.pow(digits).bitLength() / Byte.SIZE + 1;
    }

    /**
     * How plain columns are stored. Source: the Delta protocol, "Parquet files" and "Schema Serialization Format".
     *
     * @throws IllegalArgumentException when a column is nested
     */
    public static MessageType stored(StructType schema) {
        List<Type> fields = new ArrayList<>();
        schema.fields().forEach(field -> fields.add(stored(field)));
        return new MessageType("spark_schema", fields);
    }

    private static Type stored(StructField field) {
        return switch (field.getDataType()) {
            case BooleanType _ -> of(field, PrimitiveTypeName.BOOLEAN, null);
            case ByteType _ -> of(field, PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(Byte.SIZE, true));
            case ShortType _ -> of(field, PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(Short.SIZE, true));
            case IntegerType _ -> of(field, PrimitiveTypeName.INT32, null);
            case LongType _ -> of(field, PrimitiveTypeName.INT64, null);
            case FloatType _ -> of(field, PrimitiveTypeName.FLOAT, null);
            case DoubleType _ -> of(field, PrimitiveTypeName.DOUBLE, null);
            case StringType _ -> of(field, PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType());
            case BinaryType _ -> of(field, PrimitiveTypeName.BINARY, null);
            case DateType _ -> of(field, PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType());
            case TimestampType _ ->
                of(field, PrimitiveTypeName.INT64, LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS));
            case TimestampNTZType _ ->
                of(field, PrimitiveTypeName.INT64, LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS));
            case DecimalType decimal -> ofDecimal(field, decimal);
            default ->
                throw new IllegalArgumentException("The column '" + field.getName() + "' has the nested type "
                        + field.getDataType() + ", which cannot be written.");
        };
    }

    private static Type ofDecimal(StructField field, DecimalType decimal) {
        LogicalTypeAnnotation annotation =
                LogicalTypeAnnotation.decimalType(decimal.getScale(), decimal.getPrecision());
        if (decimal.getPrecision() <= LONG_DIGITS) {
            boolean isShort = decimal.getPrecision() <= INT_DIGITS;
            return of(field, isShort ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64, annotation);
        }
        return with(
                Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
                        .length(bytesOf(decimal.getPrecision()))
                        .as(annotation)
                        .named(field.getName()),
                field);
    }

    private static Type of(StructField field, PrimitiveTypeName type, @Nullable LogicalTypeAnnotation annotation) {
        return with(Types.optional(type).as(annotation).named(field.getName()), field);
    }

    /** With the number that a table mapping its columns gives the field. */
    private static Type with(Type type, StructField field) {
        @Nullable Object id = field.getMetadata().get("parquet.field.id");
        return id == null ? type : type.withId(((Number) id).intValue());
    }
}
