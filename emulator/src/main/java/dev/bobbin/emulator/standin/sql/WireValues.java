package dev.bobbin.emulator.standin.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.sql.types.Codec;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.Variant;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values between Java and the Python shim: numbers, booleans and texts travel as JSON's own, the rest as text.
 * Parameters are pairs of a letter for the Python type and the value.
 */
final class WireValues {

    private static final int LONGEST_NATIONAL = 4000;
    private static final int LONGEST_BINARY = 8000;

    /** What a NULL among values of a letter is bound as: with the type of the others, so that one plan serves all. */
    private static final Map<Character, SqlType> NULLS = Map.of(
            'b', SqlType.BIT,
            'i', SqlType.INT,
            'f', SqlType.FLOAT,
            'c', SqlType.decimal(1, 0),
            'd', SqlType.DATE,
            't', SqlType.TIME,
            'm', SqlType.DATETIME2,
            'x', SqlType.varbinary(1),
            'u', SqlType.UNIQUEIDENTIFIER,
            's', SqlType.nvarchar(1));

    private WireValues() {}

    static List<SqlValue> parameters(JsonNode list) {
        List<SqlValue> values = new ArrayList<>(list.size());
        list.forEach(pair -> values.add(parameter(pair.path(0).asText().charAt(0), pair.path(1))));
        return values;
    }

    /** Rows of parameters: batches of rows whose values have the same letters, but for NULLs. */
    static Stream<List<SqlValue>> batches(JsonNode batches) {
        return batches.valueStream().flatMap(batch -> {
            String types = batch.path("types").asText();
            return batch.path("rows").valueStream().map(row -> parameters(types, row));
        });
    }

    private static List<SqlValue> parameters(String types, JsonNode row) {
        List<SqlValue> values = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            values.add(parameter(types.charAt(i), row.path(i)));
        }
        return values;
    }

    /** The types are those the ODBC driver binds for pyodbc. */
    private static SqlValue parameter(char letter, JsonNode value) {
        if (value.isNull() && letter != 'y') {
            return new SqlValue(null, NULLS.getOrDefault(letter, SqlType.NULL));
        }
        return switch (letter) {
            case 'n' -> new SqlValue(null, SqlType.NULL);
            case 'y' -> new SqlValue(null, SqlType.varbinary(1));
            case 'b' -> new SqlValue(value.asBoolean() ? 1L : 0L, SqlType.BIT);
            case 'i' -> integer(value);
            case 'f' -> real(value.asDouble());
            case 'c' -> decimal(value.asText());
            case 'd' -> new SqlValue(LocalDate.parse(value.asText()), SqlType.DATE);
            case 't' -> new SqlValue(LocalTime.parse(value.asText()), SqlType.TIME);
            case 'm' -> new SqlValue(LocalDateTime.parse(value.asText()), SqlType.DATETIME2);
            case 'x' -> binary(HexFormat.of().parseHex(value.asText()));
            case 'u' -> new SqlValue(value.asText().toUpperCase(Locale.ROOT), SqlType.UNIQUEIDENTIFIER);
            default -> text(value.asText());
        };
    }

    private static SqlValue text(String text) {
        return new SqlValue(
                text,
                text.length() > LONGEST_NATIONAL ? SqlType.NVARCHAR_MAX : SqlType.nvarchar(Math.max(1, text.length())));
    }

    private static SqlValue binary(byte[] bytes) {
        return new SqlValue(
                bytes,
                bytes.length > LONGEST_BINARY ? SqlType.VARBINARY_MAX : SqlType.varbinary(Math.max(1, bytes.length)));
    }

    /** SQL Server has no number that is none. */
    private static SqlValue real(double number) {
        if (!Double.isFinite(number)) {
            throw new SqlError(
                    8023,
                    "42000",
                    "The incoming tabular data stream (TDS) remote procedure call (RPC) protocol stream is incorrect. The"
                            + " supplied value is not a valid instance of data type float. Check the source data for"
                            + " invalid values. An example of an invalid value is data of numeric type with scale"
                            + " greater than precision.");
        }
        return new SqlValue(number, SqlType.FLOAT);
    }

    private static SqlValue integer(JsonNode value) {
        if (value.canConvertToLong()) {
            long number = value.asLong();
            return new SqlValue(number, number == (int) number ? SqlType.INT : SqlType.BIGINT);
        }
        BigDecimal number = new BigDecimal(value.asText());
        if (number.precision() > SqlType.MAX_PRECISION) {
            throw new SqlError(0, "22003", "Numeric value out of range");
        }
        return decimal(number);
    }

    private static SqlValue decimal(String text) {
        try {
            return decimal(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new SqlError(0, "22018", "Invalid character value for cast specification");
        }
    }

    private static SqlValue decimal(BigDecimal number) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        int precision = Math.max(plain.precision(), Math.max(1, plain.scale()));
        if (precision > SqlType.MAX_PRECISION) {
            throw new SqlError(0, "HY104", "Invalid precision value");
        }
        return new SqlValue(plain, SqlType.decimal(precision, plain.scale()));
    }

    /** Each column as name, type, display size, precision and scale. */
    static void columns(List<RowSet.Column> columns, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (RowSet.Column column : columns) {
            SqlType type = column.type();
            out.writeStartArray();
            out.writeString(column.name());
            out.writeString(type.kind().sqlName());
            out.writeNumber(size(type));
            out.writeNumber(type.scale());
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    /** The size ODBC tells of a column ("Column size, decimal digits, transfer octet length, and display size"). */
    private static int size(SqlType type) {
        return switch (type.kind()) {
            case DATE -> 10;
            case DATETIME -> 23;
            case SMALLDATETIME -> 16;
            case DATETIME2 -> type.scale() == 0 ? 19 : 20 + type.scale();
            case DATETIMEOFFSET -> type.scale() == 0 ? 26 : 27 + type.scale();
            case TIME -> type.scale() == 0 ? 8 : 9 + type.scale();
            case UNIQUEIDENTIFIER -> 36;
            case FLOAT, REAL, VARCHAR, NVARCHAR, CHAR, NCHAR, VARBINARY, BINARY -> Math.max(0, type.size());
            default -> type.precision();
        };
    }

    static void rows(List<List<@Nullable Object>> rows, List<RowSet.Column> columns, JsonGenerator out)
            throws IOException {
        out.writeStartArray();
        for (List<@Nullable Object> row : rows) {
            out.writeStartArray();
            for (int i = 0; i < row.size(); i++) {
                value(row.get(i), columns.get(i).type(), out);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
    }

    private static void value(@Nullable Object value, SqlType type, JsonGenerator out) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Long number when type.kind() == Kind.BIT -> out.writeBoolean(number != 0);
            case Long number -> out.writeNumber(number);
            case Double number -> {
                if (Double.isFinite(number)) {
                    out.writeNumber(number);
                } else {
                    out.writeRawValue(number.toString());
                }
            }
            case Variant variant -> {
                out.writeStartArray();
                out.writeString(variant.type().kind().sqlName());
                value(variant.value(), variant.type(), out);
                out.writeEndArray();
            }
            case BigDecimal number -> out.writeString(number.toPlainString());
            case byte[] bytes -> out.writeString(HexFormat.of().formatHex(bytes));
            case LocalDateTime moment -> out.writeString(Codec.text(moment, 6));
            case LocalTime time -> out.writeString(Codec.text(time, 6));
            case OffsetDateTime moment -> out.writeString(Codec.text(moment, 7));
            default -> out.writeString(value.toString());
        }
    }
}
