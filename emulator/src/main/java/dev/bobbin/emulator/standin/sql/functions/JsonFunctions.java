package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.math.BigDecimal;
import java.util.List;
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
        table.function("ISJSON", text).gives(SqlType.INT, (c, v) -> isJson(string(v, 0)) ? 1L : 0L);
        table.function("JSON_MODIFY", text, text, Parameter.ANY)
                .takesNull()
                .gives(SqlType.NVARCHAR_MAX, JsonFunctions::modify);
        table.function("JSON_PATH_EXISTS", text, text)
                .gives(
                        SqlType.INT,
                        (c, v) -> at(read(string(v, 0)), new JsonPath(string(v, 1)))
                                        .isMissingNode()
                                ? 0L
                                : 1L);
        table.function("$json_rows", text, text).gives(SqlType.NVARCHAR_MAX, JsonFunctions::rows);
        table.function("$json_elements", text, text)
                .gives(
                        SqlType.NVARCHAR_MAX,
                        (c, v) -> elements(string(v, 0), string(v, 1)).toString());
    }

    static JsonNode read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node != null && !node.isMissingNode()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            int at = e.getLocation() == null
                    ? 0
                    : (int) Math.max(0, e.getLocation().getCharOffset() - 1);
            char found = text.isEmpty() ? '.' : text.charAt(Math.min(at, text.length() - 1));
            throw notJson(found, at);
        }
        throw notJson('.', 0);
    }

    private static SqlError notJson(char found, int at) {
        return new SqlError(
                13609,
                "42000",
                "JSON text is not properly formatted. Unexpected character '" + found + "' is found at position " + at
                        + ".");
    }

    private static boolean isJson(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node != null && node.isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    static JsonNode at(JsonNode node, JsonPath path) {
        JsonNode found = node;
        for (Object step : path.steps()) {
            found = step instanceof Integer index ? found.path(index) : found.path((String) step);
        }
        return found;
    }

    private static @Nullable Object value(Invocation call, @Nullable Object[] v) {
        JsonPath path = new JsonPath(string(v, 1));
        JsonNode found = at(read(string(v, 0)), path);
        if (found.isMissingNode()) {
            return path.missing();
        }
        if (found.isContainerNode()) {
            return path.strict() ? fail(13623, "Scalar value cannot be found in the specified JSON path.") : null;
        }
        String text = found.isNull() ? null : scalar(found);
        if (text != null && text.length() > LONGEST_VALUE) {
            return path.strict() ? fail(13625, "String value in the specified JSON path would be truncated.") : null;
        }
        return text;
    }

    private static @Nullable Object fail(int number, String message) {
        throw new SqlError(number, "42000", message);
    }

    private static String scalar(JsonNode node) {
        return node.isNumber() && node.decimalValue() instanceof BigDecimal number && node.isBigDecimal()
                ? number.toString()
                : node.asText();
    }

    private static @Nullable Object query(Invocation call, @Nullable Object[] v) {
        JsonPath path = new JsonPath(v.length > 1 ? string(v, 1) : "$");
        JsonNode found = at(read(string(v, 0)), path);
        if (found.isMissingNode()) {
            return path.missing();
        }
        if (!found.isContainerNode()) {
            return path.strict() ? fail(13624, "Object or array cannot be found in the specified JSON path.") : null;
        }
        return path.steps().isEmpty() ? string(v, 0) : found.toString();
    }

    private static @Nullable Object modify(Invocation call, @Nullable Object[] v) {
        if (v[0] == null || v[1] == null) {
            return null;
        }
        String written = string(v, 1);
        boolean append = written.startsWith("append ");
        JsonPath path = new JsonPath(append ? written.substring(7) : written);
        JsonNode root = read(string(v, 0));
        List<Object> steps = path.steps();
        if (steps.isEmpty()) {
            return fail(13619, "Unsupported JSON path found in argument 2 of JSON_MODIFY.");
        }
        JsonNode parent = at(root, path.parent());
        JsonNode value = node(v[2], call.type(2));
        Object last = steps.getLast();
        if (append) {
            if (at(root, path) instanceof ArrayNode array) {
                array.add(value);
            }
        } else if (parent instanceof ObjectNode object && last instanceof String name) {
            if (v[2] == null && !path.strict()) {
                object.remove(name);
            } else if (path.strict() && !object.has(name)) {
                return path.missing();
            } else {
                object.set(name, value);
            }
        } else if (parent instanceof ArrayNode array && last instanceof Integer index && index < array.size()) {
            array.set(index, value);
        } else if (path.strict()) {
            return path.missing();
        }
        return root.toString();
    }

    private static JsonNode node(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> JSON.nullNode();
            case Long number
            when type.kind() == dev.bobbin.emulator.standin.sql.types.Kind.BIT ->
                JSON.getNodeFactory().booleanNode(number != 0);
            case Long number -> JSON.getNodeFactory().numberNode(number);
            case BigDecimal number -> JSON.getNodeFactory().numberNode(number);
            case Double number -> JSON.getNodeFactory().numberNode(number);
            default -> JSON.getNodeFactory().textNode(TextFunctions.asText(value, type));
        };
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
        JsonNode node = at(read(string(v, 0)), new JsonPath(string(v, 1)));
        ArrayNode rows = JSON.createArrayNode();
        if (node.isObject()) {
            node.properties().forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                rows.add(row(String.valueOf(i), node.get(i)));
            }
        }
        return rows.toString();
    }

    private static ArrayNode row(String key, JsonNode value) {
        ArrayNode row = JSON.createArrayNode().add(key);
        int type = value.isNull()
                ? 0
                : value.isTextual() ? 1 : value.isNumber() ? 2 : value.isBoolean() ? 3 : value.isArray() ? 4 : 5;
        if (value.isNull()) {
            row.addNull();
        } else {
            row.add(value.isContainerNode() ? value.toString() : scalar(value));
        }
        return row.add(type);
    }

    /** The elements of an array, each as JSON text; an object counts as one element. */
    private static ArrayNode elements(String text, String path) {
        JsonNode node = at(read(text), new JsonPath(path));
        ArrayNode elements = JSON.createArrayNode();
        if (node.isArray()) {
            node.forEach(element -> elements.add(element.toString()));
        } else if (!(node instanceof MissingNode)) {
            elements.add(node.toString());
        }
        return elements;
    }
}
