package dev.bobbin.emulator.standin.tables.delta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;

/** Writes actions of a Delta log, one JSON object a line; what is null is left out. */
final class JsonActions {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonActions() {}

    static void write(Iterator<Row> actions, OutputStream stream) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(stream)) {
            out.setRootValueSeparator(null);
            while (actions.hasNext()) {
                struct(actions.next(), out);
                out.writeRaw('\n');
            }
        }
    }

    private static void struct(Row row, JsonGenerator out) throws IOException {
        StructType schema = row.getSchema();
        out.writeStartObject();
        for (int i = 0; i < schema.length(); i++) {
            if (!row.isNullAt(i)) {
                out.writeFieldName(schema.at(i).getName());
                value(row, i, schema.at(i).getDataType(), out);
            }
        }
        out.writeEndObject();
    }

    private static void value(Row row, int i, DataType type, JsonGenerator out) throws IOException {
        switch (type) {
            case BooleanType _ -> out.writeBoolean(row.getBoolean(i));
            case ByteType _ -> out.writeNumber(row.getByte(i));
            case ShortType _ -> out.writeNumber(row.getShort(i));
            case IntegerType _ -> out.writeNumber(row.getInt(i));
            case LongType _ -> out.writeNumber(row.getLong(i));
            case FloatType _ -> out.writeNumber(row.getFloat(i));
            case DoubleType _ -> out.writeNumber(row.getDouble(i));
            case StringType _ -> out.writeString(row.getString(i));
            case StructType _ -> struct(row.getStruct(i), out);
            case ArrayType array -> elements(row.getArray(i), array, out);
            case MapType _ -> entries(row.getMap(i), out);
            default -> throw PlainException.of("delta.log.type", type);
        }
    }

    private static void elements(ArrayValue array, ArrayType type, JsonGenerator out) throws IOException {
        if (!(type.getElementType() instanceof StringType)) {
            throw PlainException.of("delta.log.type", type);
        }
        out.writeStartArray();
        ColumnVector elements = array.getElements();
        for (int i = 0; i < array.getSize(); i++) {
            out.writeString(elements.getString(i));
        }
        out.writeEndArray();
    }

    private static void entries(MapValue map, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (int i = 0; i < map.getSize(); i++) {
            out.writeFieldName(map.getKeys().getString(i));
            if (map.getValues().isNullAt(i)) {
                out.writeNull();
            } else {
                out.writeString(map.getValues().getString(i));
            }
        }
        out.writeEndObject();
    }
}
