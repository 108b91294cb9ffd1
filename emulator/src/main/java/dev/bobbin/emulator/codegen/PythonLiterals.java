package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.signature.PythonKeywords;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Python's literals and JSON values. */
final class PythonLiterals {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** What every Python takes for a name. Others may be names too, or become others when Python normalizes them. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Beyond so many digits before or behind the point there are no floats. Source: IEEE 754, binary64. */
    private static final int MOST_DIGITS = 400;

    private PythonLiterals() {}

    /** The JSON value of a literal such as a default value, as far as JSON can read it; empty for anything else. */
    static Optional<JsonNode> toJson(String python) {
        String text = python.strip();
        switch (text) {
            case "None" -> {
                return Optional.of(JsonNodeFactory.instance.nullNode());
            }
            case "True", "False" -> {
                return Optional.of(JsonNodeFactory.instance.booleanNode(text.equals("True")));
            }
            default -> {}
        }
        if (text.equals("null") || text.equals("true") || text.equals("false")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(text))
                    .filter(value -> !value.isMissingNode() && !(value.isBigDecimal() && isOutOfRange(value)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether it is none of Python's floats, but infinite or 0. */
    private static boolean isOutOfRange(JsonNode number) {
        return Math.abs(number.decimalValue().scale()) > MOST_DIGITS;
    }

    /** A JSON value as Python source. */
    static String fromJson(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "None";
            case BOOLEAN -> value.booleanValue() ? "True" : "False";
            case STRING -> quoted(value.textValue());
            case ARRAY -> value.valueStream().map(PythonLiterals::fromJson).collect(Collectors.joining(", ", "[", "]"));
            case OBJECT ->
                value.propertyStream().map(PythonLiterals::entry).collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    /** Arguments of a call, by name; as a dictionary when a name is none of Python's. */
    static String arguments(JsonNode body) {
        if (!body.propertyStream().allMatch(entry -> isName(entry.getKey()))) {
            return "**" + fromJson(body);
        }
        return body.propertyStream()
                .map(entry -> entry.getKey() + "=" + fromJson(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !PythonKeywords.isReserved(text);
    }

    private static String entry(Map.Entry<String, JsonNode> entry) {
        return quoted(entry.getKey()) + ": " + fromJson(entry.getValue());
    }

    static String quoted(String text) {
        StringBuilder source = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> source.append('\\').append(c);
                case '\n' -> source.append("\\n");
                case '\r' -> source.append("\\r");
                case '\t' -> source.append("\\t");
                default -> {
                    // Half a character cannot be written to a file as it is.
                    boolean lone = Character.isSurrogate(c) && !isPaired(text, i);
                    if (c < ' ' || c == 0x7f || lone) {
                        source.append(String.format("\\u%04x", (int) c));
                    } else {
                        source.append(c);
                    }
                }
            }
        }
        return source.append('"').toString();
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
