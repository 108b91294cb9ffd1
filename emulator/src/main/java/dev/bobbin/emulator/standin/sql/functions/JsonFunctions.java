package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON (Transact-SQL reference, "JSON functions"). */
final class JsonFunctions {

    static final ObjectMapper JSON = new ObjectMapper()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final int LONGEST_VALUE = 4000;

    private JsonFunctions() {}

    static void addTo(FunctionTable table) {
        Parameter text = Parameter.TEXT;
        table.function("JSON_VALUE", text, text).gives(SqlType.nvarchar(LONGEST_VALUE), JsonFunctions::value);
        table.function("JSON_QUERY", text, text).from(1).gives(SqlType.NVARCHAR_MAX, JsonFunctions::query);
        table.function("ISJSON", text, Parameter.ANY).from(1).gives(SqlType.INT, (c, v) -> isJson(v) ? 1L : 0L);
        table.function("JSON_MODIFY", text, text, Parameter.ANY)
                .takesNull()
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> JsonModification.modify(v, c.type(2), false));
        table.function("$json_modify", text, text, Parameter.ANY)
                .takesNull()
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> JsonModification.modify(v, c.type(2), true));
        table.function("JSON_PATH_EXISTS", text, text)
                .gives(
                        SqlType.INT,
                        (c, v) -> JsonText.at(JsonText.parse(string(v, 0)), new JsonPath(string(v, 1)).steps()) == null
                                ? 0L
                                : 1L);
        table.function("$json_rows", text, text).gives(SqlType.NVARCHAR_MAX, JsonFunctions::rows);
        table.function("$json_elements", text, text)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> elements(string(v, 0), string(v, 1)));
    }

    /** JSON of the stand-in's own making. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a second argument the kind of value asked for; without, an object or array. */
    private static boolean isJson(@Nullable Object[] v) {
        JsonText.Value value;
        try {
            value = JsonText.parse(string(v, 0));
        } catch (SqlError e) {
            return false;
        }
        return switch (v.length > 1 ? string(v, 1).toUpperCase(Locale.ROOT) : "") {
            case "VALUE" -> true;
            case "ARRAY" -> value.kind() == JsonText.Kind.ARRAY;
            case "OBJECT" -> value.kind() == JsonText.Kind.OBJECT;
            case "SCALAR" -> value.kind() == JsonText.Kind.STRING || value.kind() == JsonText.Kind.NUMBER;
            default -> value.isContainer();
        };
    }

    private static @Nullable Object value(Invocation call, @Nullable Object[] v) {
        String text = string(v, 0);
        JsonPath path = new JsonPath(string(v, 1));
        JsonText.Value found = JsonText.at(JsonText.parse(text), path.steps());
        if (found == null) {
            return path.missing();
        }
        if (found.isContainer()) {
            return path.strict() ? fail(13623, "Scalar value cannot be found in the specified JSON path.") : null;
        }
        String content = found.kind() == JsonText.Kind.NULL ? null : JsonText.content(text, found);
        if (content != null && content.length() > LONGEST_VALUE) {
            return path.strict() ? fail(13625, "String value in the specified JSON path would be truncated.") : null;
        }
        return content;
    }

    static @Nullable Object fail(int number, String message) {
        throw new SqlError(number, "42000", message);
    }

    private static @Nullable Object query(Invocation call, @Nullable Object[] v) {
        String text = string(v, 0);
        JsonPath path = new JsonPath(v.length > 1 ? string(v, 1) : "$");
        JsonText.Value found = JsonText.at(JsonText.parse(text), path.steps());
        if (found == null) {
            return path.missing();
        }
        if (!found.isContainer()) {
            return path.strict() ? fail(13624, "Object or array cannot be found in the specified JSON path.") : null;
        }
        return text.substring(found.start(), found.end());
    }

    static String escape(String text) {
        String quoted = JSON.getNodeFactory().textNode(text).toString();
        return quoted.substring(1, quoted.length() - 1).replace("/", "\\/");
    }

    /** The parts of a text as a JSON array. */
    static String split(String text, String separator) {
        if (separator.length() != 1) {
            throw new SqlError(214, "42000", "Procedure expects parameter 'separator' of type 'nchar(1)/nvarchar(1)'.");
        }
        ArrayNode array = JSON.createArrayNode();
        for (String part : text.split(Pattern.quote(separator), -1)) {
            array.add(part);
        }
        return array.toString();
    }

    /** What OPENJSON without a schema yields: key, value and type of each element. */
    private static String rows(Invocation call, @Nullable Object[] v) {
        String text = string(v, 0);
        JsonPath path = new JsonPath(string(v, 1));
        JsonText.Value value = JsonText.at(JsonText.parse(text), path.steps());
        ArrayNode rows = JSON.createArrayNode();
        if (value == null) {
            path.missing();
            return rows.toString();
        }
        for (int i = 0; i < value.children().size(); i++) {
            JsonText.Value child = value.children().get(i);
            ArrayNode row = rows.addArray().add(child.key() == null ? String.valueOf(i) : child.key());
            if (child.kind() == JsonText.Kind.NULL) {
                row.addNull();
            } else {
                row.add(JsonText.content(text, child));
            }
            row.add(child.kind().type());
        }
        return rows.toString();
    }

    /** The elements of an array, each as JSON text; an object counts as one element. */
    private static String elements(String text, String written) {
        JsonPath path = new JsonPath(written);
        JsonText.Value value = JsonText.at(JsonText.parse(text), path.steps());
        ArrayNode elements = JSON.createArrayNode();
        if (value == null) {
            path.missing();
        } else if (value.kind() == JsonText.Kind.ARRAY) {
            value.children().forEach(child -> elements.add(text.substring(child.start(), child.end())));
        } else {
            elements.add(text.substring(value.start(), value.end()));
        }
        return elements.toString();
    }
}
