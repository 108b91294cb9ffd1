package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON schemas, as OpenAPI 3.0 has them, of what functions take and give. Source: contract, sections 2.2 and 2.3. */
final class Schemas {

    /** Source: OpenAPI 3.0.3, Components Object. */
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^a-zA-Z0-9._-]");

    private Schemas() {}

    /** Begins the names of a function's schemas, for which a document takes fewer letters than Python. */
    static String key(FunctionSignature function) {
        return NOT_IN_KEYS
                .matcher(function.name())
                .replaceAll(odd -> "_%04x".formatted((int) odd.group().charAt(0)));
    }

    /** The schema of a parameter. @param description empty when there is none */
    static ObjectNode of(Parameter parameter, String description) {
        ObjectNode schema = of(parameter.type());
        if (!description.isEmpty()) {
            schema.put("description", description);
        }
        @Nullable String standard = parameter.defaultText();
        if (standard != null) {
            // Without null: of that the service makes the text 'None', or an InvalidInput.
            PythonLiterals.toJson(standard)
                    .filter(value -> !value.isNull())
                    .ifPresent(value -> schema.set("default", value));
        }
        return schema;
    }

    private static ObjectNode of(@Nullable ParamType type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        return switch (type) {
            case null -> schema;
            case ParamType.Str _ -> schema.put("type", "string");
            case ParamType.Int _ -> schema.put("type", "integer");
            case ParamType.Float _ -> schema.put("type", "number");
            case ParamType.Bool _ -> schema.put("type", "boolean");
            case ParamType.DateTime _ -> schema.put("type", "string").put("format", "date-time");
            case ParamType.ListOf list -> array(schema, of(list.element()));
            case ParamType.SetOf set -> array(schema, of(set.element())).put("uniqueItems", true);
            case ParamType.Tuple _ -> array(schema, any());
            case ParamType.Dict dict -> {
                schema.put("type", "object");
                schema.set("additionalProperties", dict.value() == null ? any() : of(dict.value()));
                yield schema;
            }
            case ParamType.DataFrame _ ->
                array(schema, any().put("type", "object")).put("description", "A table: one object a row.");
            case ParamType.Series _ -> array(schema, any()).put("description", "A column of values.");
            case ParamType.Unsupported unsupported ->
                schema.put(
                        "description", "The service cannot pass a value of the type " + unsupported.name() + " here.");
            case ParamType.Missing _ ->
                schema.put("description", "The service cannot pass a value here: the parameter has no type.");
        };
    }

    /** The schema of a result, from the return annotation as written; one that says nothing when it cannot be told. */
    static ObjectNode ofResult(String annotation) {
        String text = annotation.strip();
        if (hasAlternatives(text)) {
            return any();
        }
        int bracket = text.indexOf('[');
        String base = bracket < 0 ? text : text.substring(0, bracket);
        String name = base.substring(base.lastIndexOf('.') + 1).strip();
        String inner = bracket < 0 || !text.endsWith("]") ? "" : text.substring(bracket + 1, text.length() - 1);
        ObjectNode schema = any();
        return switch (name) {
            case "str" -> schema.put("type", "string");
            case "int" -> schema.put("type", "integer");
            case "float" -> schema.put("type", "number");
            case "bool" -> schema.put("type", "boolean");
            case "list", "List", "tuple", "Tuple" -> array(schema, ofResult(name.endsWith("ist") ? inner : ""));
            case "dict", "Dict" -> schema.put("type", "object");
            case "DataFrame" -> array(schema, any().put("type", "object"));
            case "Series" -> schema.put("type", "object");
            // What JSON does not know the service writes as text.
            case "datetime", "date", "time", "Decimal", "UUID", "bytes", "set", "Set" -> schema.put("type", "string");
            default -> schema;
        };
    }

    /** Whether the type is one of several, such as {@code list[int] | None}. */
    private static boolean hasAlternatives(String annotation) {
        int depth = 0;
        for (char c : annotation.toCharArray()) {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '|' && depth == 0) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode any() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode array(ObjectNode schema, ObjectNode items) {
        schema.put("type", "array");
        schema.set("items", items);
        return schema;
    }
}
