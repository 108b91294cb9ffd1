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
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.GroupType;
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
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** The types of a Parquet file's columns, as Delta names them, and the other way round. */
public final class ParquetTypes {

    /** Names of what repeats in a list or map, and of its parts. */
    static final String LIST = "list";

    static final String ELEMENT = "element";
    static final String KEY_VALUE = "key_value";
    static final String KEY = "key";
    static final String VALUE = "value";

    private ParquetTypes() {}

    /** Columns whose type has a name in Delta; nested ones are left out. */
    public static StructType flat(MessageType schema) {
        List<StructField> fields = new ArrayList<>();
        for (Type field : schema.getFields()) {
            if (field.isPrimitive() && !field.isRepetition(Repetition.REPEATED)) {
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
     * How columns are stored. Source: the Delta protocol, "Parquet files" and "Schema Serialization Format"; for nested
     * ones "Nested types" of Parquet's logical types.
     *
     * @throws IllegalArgumentException for a type that Parquet has no room for
     */
    public static MessageType stored(StructType schema) {
        return new MessageType("spark_schema", fields(schema));
    }

    private static List<Type> fields(StructType struct) {
        return struct.fields().stream().map(ParquetTypes::stored).toList();
    }

    private static Type stored(StructField field) {
        Type type = stored(field.getName(), field.getDataType(), Repetition.OPTIONAL);
        // The number that a table mapping its columns gives the field.
        @Nullable Object id = field.getMetadata().get("parquet.field.id");
        return id == null ? type : type.withId(((Number) id).intValue());
    }

    private static Type stored(String name, DataType type, Repetition repetition) {
        return switch (type) {
            case BooleanType _ -> of(name, repetition, PrimitiveTypeName.BOOLEAN, null);
            case ByteType _ ->
                of(name, repetition, PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(Byte.SIZE, true));
            case ShortType _ ->
                of(name, repetition, PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(Short.SIZE, true));
            case IntegerType _ -> of(name, repetition, PrimitiveTypeName.INT32, null);
            case LongType _ -> of(name, repetition, PrimitiveTypeName.INT64, null);
            case FloatType _ -> of(name, repetition, PrimitiveTypeName.FLOAT, null);
            case DoubleType _ -> of(name, repetition, PrimitiveTypeName.DOUBLE, null);
            case StringType _ -> of(name, repetition, PrimitiveTypeName.BINARY, LogicalTypeAnnotation.stringType());
            case BinaryType _ -> of(name, repetition, PrimitiveTypeName.BINARY, null);
            case DateType _ -> of(name, repetition, PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType());
            case TimestampType _ -> of(name, repetition, PrimitiveTypeName.INT64, micros(true));
            case TimestampNTZType _ -> of(name, repetition, PrimitiveTypeName.INT64, micros(false));
            case DecimalType decimal -> ofDecimal(name, repetition, decimal);
            case StructType struct -> new GroupType(repetition, name, fields(struct));
            case ArrayType array ->
                Types.list(repetition)
                        .element(stored(ELEMENT, array.getElementType(), Repetition.OPTIONAL))
                        .named(name);
            case MapType map ->
                Types.map(repetition)
                        .key(stored(KEY, map.getKeyType(), Repetition.REQUIRED))
                        .value(stored(VALUE, map.getValueType(), Repetition.OPTIONAL))
                        .named(name);
            default -> throw new IllegalArgumentException("Values of the type " + type + " cannot be written.");
        };
    }

    private static LogicalTypeAnnotation micros(boolean isAdjustedToUtc) {
        return LogicalTypeAnnotation.timestampType(isAdjustedToUtc, TimeUnit.MICROS);
    }

    private static Type ofDecimal(String name, Repetition repetition, DecimalType decimal) {
        LogicalTypeAnnotation annotation =
                LogicalTypeAnnotation.decimalType(decimal.getScale(), decimal.getPrecision());
        if (decimal.getPrecision() <= LONG_DIGITS) {
            boolean isShort = decimal.getPrecision() <= INT_DIGITS;
            return of(name, repetition, isShort ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64, annotation);
        }
        return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                .length(bytesOf(decimal.getPrecision()))
                .as(annotation)
                .named(name);
    }

    private static Type of(
            String name, Repetition repetition, PrimitiveTypeName type, @Nullable LogicalTypeAnnotation annotation) {
        return Types.primitive(type, repetition).as(annotation).named(name);
    }
}
