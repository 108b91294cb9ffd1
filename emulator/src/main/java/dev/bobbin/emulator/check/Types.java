package dev.bobbin.emulator.check;

import dev.bobbin.emulator.message.Spelling;
import dev.bobbin.emulator.signature.ParamType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of types, and what to write for those the service does not know. */
final class Types {

    private static final Map<String, String> NEAREST = Map.ofEntries(
            Map.entry("Decimal", "float"),
            Map.entry("date", "datetime"),
            Map.entry("UUID", "str"),
            Map.entry("Sequence", "list"),
            Map.entry("Iterable", "list"),
            Map.entry("Mapping", "dict"),
            Map.entry("MutableMapping", "dict"),
            Map.entry("Text", "str"),
            Map.entry("AnyStr", "str"),
            Map.entry("Path", "str"),
            Map.entry("bytes", "str"),
            Map.entry("Row", "dict"));

    /** What callers can pass. */
    private static final List<String> PASSED = List.of("str", "int", "float", "bool", "datetime", "list", "dict");

    private Types() {}

    /** The name of a type in {@code functions.json}: type arguments and modules taken off. Source: SDK, metadata. */
    static String metadataName(ParamType type, String text) {
        return switch (type) {
            case ParamType.Str _ -> "str";
            case ParamType.Int _ -> "int";
            case ParamType.Float _ -> "float";
            case ParamType.Bool _ -> "bool";
            case ParamType.DateTime _ -> "datetime";
            case ParamType.ListOf _ -> "list";
            case ParamType.Dict _ -> "dict";
            case ParamType.SetOf _ -> "set";
            case ParamType.Tuple _ -> "tuple";
            case ParamType.DataFrame _ -> "DataFrame";
            case ParamType.Series _ -> "Series";
            case ParamType.Unsupported _, ParamType.Missing _ -> simpleName(text);
        };
    }

    /** {@code typing.Optional[str]} is {@code Optional}. */
    static String simpleName(String text) {
        String name = text.strip();
        int bracket = name.indexOf('[');
        name = bracket < 0 ? name : name.substring(0, bracket);
        return name.substring(name.lastIndexOf('.') + 1).strip();
    }

    /** A type of the service that can hold what callers pass for this one, or is meant by it; null when none is near. */
    static @Nullable String supported(String text) {
        String name = simpleName(text);
        String nearest = NEAREST.get(name);
        return nearest == null ? Spelling.meant(name, PASSED).orElse(null) : nearest;
    }

    /** Likewise for a result, where {@code date} arrives as text. */
    static @Nullable String supportedReturn(String text) {
        String name = simpleName(text);
        return name.equals("date") || name.equals("time") ? "str" : NEAREST.get(name);
    }

    /** The type a default value suggests. */
    static String ofDefault(@Nullable String value) {
        if (value == null || value.equals("None")) {
            return "str";
        }
        if (value.equals("True") || value.equals("False")) {
            return "bool";
        }
        if (value.matches("-?[0-9_]+")) {
            return "int";
        }
        if (value.matches("-?[0-9_]*\\.[0-9_]*(e[-+]?[0-9]+)?")) {
            return "float";
        }
        return value.startsWith("[") ? "list" : value.startsWith("{") ? "dict" : "str";
    }
}
