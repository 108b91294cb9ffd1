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

    /**
     * A body that a function takes: its defaults, and otherwise the simplest value of each type. A default that no caller can
     * send is left to the function: {@code 10 * 60} is no plain value, and of null the service makes something other than
     * {@code None}, or nothing.
     */
    public static ObjectNode of(FunctionSignature function) {
        ObjectNode body = JSON.objectNode();
        function.parameters().forEach(parameter -> of(parameter).ifPresent(value -> body.set(parameter.name(), value)));
        return body;
    }

    private static Optional<JsonNode> of(Parameter parameter) {
        @Nullable String standard = parameter.defaultText();
        return standard == null
                ? Optional.of(simplest(parameter.type()))
                : PythonLiterals.toJson(standard).filter(value -> !value.isNull());
    }

    private static JsonNode simplest(ParamType type) {
        return switch (type) {
            case ParamType.Int _ -> JSON.numberNode(1);
            case ParamType.Float _ -> JSON.numberNode(1.5);
            case ParamType.Bool _ -> JSON.booleanNode(true);
            case ParamType.DateTime _ -> JSON.textNode("2025-01-31T09:30:00Z");
            case ParamType.ListOf _, ParamType.SetOf _, ParamType.Tuple _, ParamType.Series _ -> JSON.arrayNode();
            case ParamType.Dict _ -> JSON.objectNode();
            case ParamType.DataFrame _ -> JSON.arrayNode().add(JSON.objectNode().put("column", 1));
            default -> JSON.textNode("text");
        };
    }
}
