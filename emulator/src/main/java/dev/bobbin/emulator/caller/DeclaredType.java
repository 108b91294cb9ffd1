package dev.bobbin.emulator.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.signature.ParamType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a value what a caller sends that goes by the type of the parameter: whatever it cannot read becomes 0 or false
 * without a word.
 *
 * <p>Source: "Trigger Fabric items", section "Types of parameters" (2026-03): numbers and truth values as in en-US.
 */
final class DeclaredType {

    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d*)?([eE][+-]?\\d{1,3})?|[+-]?\\.\\d+([eE][+-]?\\d{1,3})?");
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "y");
    private static final Set<String> FALSE = Set.of("false", "0", "no", "n");

    private DeclaredType() {}

    /**
     * What is sent.
     *
     * @param value null when nothing is sent
     * @param understood false when the value was not of that type
     */
    record Sent(@Nullable JsonNode value, boolean understood) {}

    static Sent of(ParamType type, JsonNode value) {
        return switch (type) {
            case ParamType.Int _, ParamType.Float _ -> number(value);
            case ParamType.Bool _ -> truth(value);
            case ParamType.Str _
            when value.isValueNode() && !value.isNull() -> new Sent(TextNode.valueOf(value.asText()), true);
            default -> new Sent(value.isNull() ? null : value, true);
        };
    }

    private static Sent number(JsonNode value) {
        String text = value.asText("").strip();
        if (value.isNumber()) {
            return new Sent(value, true);
        }
        if (value.isNull() || !NUMBER.matcher(text).matches()) {
            return new Sent(JsonNodeFactory.instance.numberNode(0), false);
        }
        BigDecimal number = new BigDecimal(text.replace(",", ""));
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18;
        return new Sent(
                whole ? JsonNodeFactory.instance.numberNode(number.longValueExact()) : DecimalNode.valueOf(number),
                true);
    }

    private static Sent truth(JsonNode value) {
        String text = value.asText("").strip().toLowerCase(Locale.ROOT);
        boolean known = TRUE.contains(text) || FALSE.contains(text);
        return new Sent(BooleanNode.valueOf(TRUE.contains(text)), known && !value.isNull());
    }
}
