package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values to begin with: something of the right type for every parameter. */
public final class SampleValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SampleValues() {}

    /** A body that a function takes: its defaults, and otherwise the simplest value of each type. */
    public static ObjectNode of(FunctionSignature function) {
        ObjectNode body = JSON.objectNode();
        function.parameters().forEach(parameter -> body.set(parameter.name(), of(parameter)));
        return body;
    }

    static JsonNode of(Parameter parameter) {
        @Nullable String standard = parameter.defaultText();
        Optional<JsonNode> known = standard == null ? Optional.empty() : PythonLiterals.toJson(standard);
        return known.orElseGet(() -> switch (parameter.type()) {
            case ParamType.Int _ -> JSON.numberNode(1);
            case ParamType.Float _ -> JSON.numberNode(1.5);
            case ParamType.Bool _ -> JSON.booleanNode(true);
            case ParamType.DateTime _ -> JSON.textNode("2025-01-31T09:30:00Z");
            case ParamType.ListOf _, ParamType.SetOf _, ParamType.Tuple _, ParamType.Series _ -> JSON.arrayNode();
            case ParamType.Dict _ -> JSON.objectNode();
            case ParamType.DataFrame _ -> JSON.arrayNode().add(JSON.objectNode().put("column", 1));
            default -> JSON.textNode("text");
        });
    }
}
