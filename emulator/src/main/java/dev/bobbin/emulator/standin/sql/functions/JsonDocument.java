package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what FOR JSON yields (reference, "Format query results as JSON with FOR JSON"). */
final class JsonDocument {

    private static final int ISO_STYLE = 126;

    private JsonDocument() {}

    static void addTo(FunctionTable table) {
        table.function("$json_value", FunctionDefinition.Parameter.ANY)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> value(v[0], c.type(0)));
        table.function("$json_raw", FunctionDefinition.Parameter.ANY)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> string(v, 0));
        table.function("$json_document", FunctionDefinition.Parameter.TEXT, FunctionDefinition.Parameter.TEXT)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> document(string(v, 0), string(v, 1)));
        table.function("JSON_OBJECT", FunctionDefinition.Parameter.ANY)
                .upTo(254)
                .takesNull()
                .gives(SqlType.NVARCHAR_MAX, JsonDocument::object);
        table.function("JSON_ARRAY", FunctionDefinition.Parameter.ANY)
                .upTo(254)
                .takesNull()
                .gives(SqlType.NVARCHAR_MAX, JsonDocument::array);
    }

    /** A value as JSON text. */
    static String value(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> "null";
            case Long number when type.kind() == Kind.BIT -> number != 0 ? "true" : "false";
            case Long number -> number.toString();
            case java.math.BigDecimal number -> number.toPlainString();
            case Double number -> exponential(number);
            case byte[] bytes -> "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
            case String text when type.scale() == 1 -> text;
            case String text -> "\"" + JsonFunctions.escape(text) + "\"";
            default -> "\"" + moment(value, type) + "\"";
        };
    }

    /** A number as SQL Server writes it into documents, with 16 digits and an exponent of three. */
    static String exponential(double number) {
        return String.format(Locale.ROOT, "%.15e", number).replaceFirst("e([+-])(\\d\\d)$", "e$10$2");
    }

    /** A date or time by ISO 8601. */
    static String moment(Object value, SqlType type) {
        int style = type.kind() == Kind.TIME ? 0 : ISO_STYLE;
        return String.valueOf(Conversion.convert(value, type, SqlType.NVARCHAR_MAX, style));
    }

    private static String object(Invocation call, @Nullable Object[] v) {
        boolean nulls = FunctionTable.number(v, 0) != 0;
        List<String> members = new ArrayList<>();
        for (int i = 1; i + 1 < v.length; i += 2) {
            if (v[i] == null) {
                throw new SqlError(13639, "42000", "JSON_OBJECT does not accept NULL as a key.");
            }
            if (v[i + 1] != null || nulls) {
                members.add(
                        "\"" + JsonFunctions.escape(String.valueOf(v[i])) + "\":" + value(v[i + 1], call.type(i + 1)));
            }
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String array(Invocation call, @Nullable Object[] v) {
        boolean nulls = FunctionTable.number(v, 0) != 0;
        List<String> elements = new ArrayList<>();
        for (int i = 1; i < v.length; i++) {
            if (v[i] != null || nulls) {
                elements.add(value(v[i], call.type(i)));
            }
        }
        return "[" + String.join(",", elements) + "]";
    }

    /** Null when there are no rows. */
    private static @Nullable String document(String rows, String shape) {
        JsonNode described = JsonFunctions.read(shape);
        JsonNode values = JsonFunctions.read(rows);
        if (values.isEmpty()) {
            return null;
        }
        List<String> objects = described.path("auto").asBoolean() ? nested(values, described) : flat(values, described);
        boolean bare = described.path("bare").asBoolean();
        String array = bare ? String.join(",", objects) : "[" + String.join(",", objects) + "]";
        return described.has("root")
                ? "{\"" + JsonFunctions.escape(described.path("root").asText()) + "\":" + array + "}"
                : array;
    }

    /** One object a row; dots in names make objects inside. */
    private static List<String> flat(JsonNode rows, JsonNode shape) {
        List<String> objects = new ArrayList<>();
        for (JsonNode row : rows) {
            Map<String, Object> root = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                String name = shape.path("columns").get(i).path("name").asText();
                if (!row.get(i).isNull() || shape.path("nulls").asBoolean()) {
                    put(root, name, row.get(i).isNull() ? "null" : row.get(i).asText());
                }
            }
            objects.add(write(root));
        }
        return objects;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, String path, String value) {
        Map<String, Object> object = root;
        String[] steps = path.split("\\.", -1);
        for (int i = 0; i + 1 < steps.length; i++) {
            Object inner = object.computeIfAbsent(steps[i], each -> new LinkedHashMap<String, Object>());
            if (!(inner instanceof Map)) {
                throw conflict(path);
            }
            object = (Map<String, Object>) inner;
        }
        if (object.put(steps[steps.length - 1], value) != null) {
            throw conflict(path);
        }
    }

    private static SqlError conflict(String path) {
        return new SqlError(
                13601,
                "42000",
                "Property '" + path
                        + "' cannot be generated in JSON output due to a conflict with another column name or alias. Use different names and aliases for each column in SELECT list.");
    }

    private static String write(Map<String, Object> object) {
        List<String> members = new ArrayList<>();
        object.forEach((name, value) -> members.add("\"" + JsonFunctions.escape(name) + "\":" + member(value)));
        return "{" + String.join(",", members) + "}";
    }

    @SuppressWarnings("unchecked")
    private static String member(Object value) {
        return value instanceof Map ? write((Map<String, Object>) value) : value.toString();
    }

    /** AUTO over several tables: rows that agree on the columns of a table share its object. */
    private static List<String> nested(JsonNode rows, JsonNode shape) {
        List<JsonNode> all = new ArrayList<>();
        rows.forEach(all::add);
        return level(all, shape, 0);
    }

    private static List<String> level(List<JsonNode> rows, JsonNode shape, int table) {
        List<String> objects = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            Map<String, Object> own = columns(rows.get(from), shape, table);
            int to = from + 1;
            while (to < rows.size() && columns(rows.get(to), shape, table).equals(own)) {
                to++;
            }
            if (table + 1 < shape.path("tables").size()) {
                String name = shape.path("tables").get(table + 1).asText();
                own.put(name, "[" + String.join(",", level(rows.subList(from, to), shape, table + 1)) + "]");
                objects.add(write(own));
            } else {
                for (int i = from; i < to; i++) {
                    objects.add(write(own));
                }
            }
            from = to;
        }
        return objects;
    }

    private static Map<String, Object> columns(JsonNode row, JsonNode shape, int table) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            JsonNode column = shape.path("columns").get(i);
            boolean shown = !row.get(i).isNull() || shape.path("nulls").asBoolean();
            if (column.path("table").asInt() == table && shown) {
                object.put(
                        column.path("name").asText(),
                        row.get(i).isNull() ? "null" : row.get(i).asText());
            }
        }
        return object;
    }
}
