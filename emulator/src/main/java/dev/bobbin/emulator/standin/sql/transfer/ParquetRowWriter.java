package dev.bobbin.emulator.standin.sql.transfer;

import blue.strategic.parquet.ParquetWriter;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Parquet with logical types; decimals of more than 18 digits, binaries and what Parquet has no type for become text. */
final class ParquetRowWriter implements TableExport.RowWriter {

    private static final int LONG_DIGITS = 18;

    private final ParquetWriter<List<@Nullable Object>> writer;

    ParquetRowWriter(Path file, List<RowSet.Column> columns) throws IOException {
        List<Type> types = new ArrayList<>();
        List<String> names =
                ColumnNames.usable(columns.stream().map(RowSet.Column::name).toList());
        for (int i = 0; i < columns.size(); i++) {
            types.add(type(columns.get(i).type(), names.get(i)));
        }
        this.writer = ParquetWriter.writeFile(new MessageType("table", types), file.toFile(), (row, out) -> {
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                if (value != null) {
                    out.write(names.get(i), physical(value, columns.get(i).type()));
                }
            }
        });
    }

    private static Type type(SqlType type, String name) {
        return switch (type.kind()) {
            case BIT -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case TINYINT, SMALLINT, INT ->
                Types.optional(PrimitiveTypeName.INT32).named(name);
            case BIGINT -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case FLOAT, REAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
            case DATETIME, DATETIME2, SMALLDATETIME ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(false, TimeUnit.MICROS))
                        .named(name);
            case TIME ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timeType(false, TimeUnit.MICROS))
                        .named(name);
            default ->
                shortDecimal(type)
                        ? Types.optional(PrimitiveTypeName.INT64)
                                .as(LogicalTypeAnnotation.decimalType(type.scale(), type.precision()))
                                .named(name)
                        : Types.optional(PrimitiveTypeName.BINARY)
                                .as(LogicalTypeAnnotation.stringType())
                                .named(name);
        };
    }

    private static boolean shortDecimal(SqlType type) {
        return type.isDecimal() && type.precision() <= LONG_DIGITS;
    }

    private static Object physical(Object value, SqlType type) {
        return switch (value) {
            case Long number when type.kind() == Kind.BIT -> number != 0;
            case Long number when type.kind() != Kind.BIGINT -> number.intValue();
            case Long number -> number;
            case Double number -> number;
            case LocalDate date -> (int) date.toEpochDay();
            case LocalDateTime moment ->
                ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), moment);
            case LocalTime time -> time.toNanoOfDay() / 1_000;
            case BigDecimal number
            when shortDecimal(type) ->
                number.setScale(type.scale()).unscaledValue().longValueExact();
            default -> ValueText.plain(value, type);
        };
    }

    @Override
    public void write(List<@Nullable Object> row) throws IOException {
        writer.write(row);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
