package dev.bobbin.emulator.standin.documents.query;

import static dev.bobbin.emulator.standin.documents.query.Arguments.defined;
import static dev.bobbin.emulator.standin.documents.query.Arguments.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.bobbin.emulator.standin.documents.query.Functions.Definition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Functions that turn texts into values and values into texts. */
final class TextConversions {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int LEAST_PLAIN_EXPONENT = -7;
    private static final int LEAST_LARGE_EXPONENT = 21;

    static final Map<String, Definition> ALL = Map.ofEntries(
            Map.entry("TOSTRING", new Definition(1, 1, defined(all -> Values.JSON.textNode(shown(all.getFirst()))))),
            Map.entry("STRINGTOARRAY", parsed(JsonNode::isArray)),
            Map.entry("STRINGTOOBJECT", parsed(JsonNode::isObject)),
            Map.entry("STRINGTOBOOLEAN", parsed(JsonNode::isBoolean)),
            Map.entry("STRINGTONUMBER", parsed(JsonNode::isNumber)),
            Map.entry("STRINGTONULL", parsed(JsonNode::isNull)),
            Map.entry("STRINGJOIN", new Definition(2, 2, TextConversions::join)),
            Map.entry("STRINGSPLIT", new Definition(2, 2, texts(TextConversions::split))));

    private TextConversions() {}

    private static String shown(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isNumber() ? shown(value.doubleValue()) : value.toString();
    }

    /** The shortest digits that mean the number, with an exponent as JavaScript has it. */
    private static String shown(double number) {
        BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (digits.signum() == 0 || exponent >= LEAST_PLAIN_EXPONENT && exponent < LEAST_LARGE_EXPONENT) {
            return digits.signum() == 0 ? "0" : digits.toPlainString();
        }
        String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + "e" + (exponent < 0 ? "" : "+") + exponent;
    }

    private static Definition parsed(Predicate<JsonNode> wanted) {
        return new Definition(1, 1, texts(all -> {
            try {
                JsonNode value = MAPPER.readTree(all.getFirst().strip());
                return wanted.test(value) ? value : Values.UNDEFINED;
            } catch (JsonProcessingException e) {
                return Values.UNDEFINED;
            }
        }));
    }

    private static JsonNode join(List<JsonNode> arguments) {
        JsonNode parts = arguments.get(0);
        JsonNode separator = arguments.get(1);
        boolean joinable =
                parts.isArray() && separator.isTextual() && parts.valueStream().allMatch(JsonNode::isTextual);
        if (!joinable) {
            return Values.UNDEFINED;
        }
        List<String> texts = parts.valueStream().map(JsonNode::textValue).toList();
        return Values.JSON.textNode(String.join(separator.textValue(), texts));
    }

    private static JsonNode split(List<String> all) {
        ArrayNode parts = Values.JSON.arrayNode();
        for (String part : all.get(0).split(Pattern.quote(all.get(1)), -1)) {
            parts.add(part);
        }
        return parts;
    }
}
