package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.signature.ParamType;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service would bind a JSON value to a parameter. Source: contract of the service, "Binding of JSON body",
 * which calls Python's constructors.
 */
final class ServiceBinding {

    private static final Set<String> FALSE_TEXTS = Set.of("", "0", "0.0", "false");
    private static final Set<String> TRUE_TEXTS = Set.of("true", "1", "1.0");

    private ServiceBinding() {}

    /** Why the service would refuse the value; null when it binds it. */
    static @Nullable String refusal(ParamType type, JsonNode value) {
        return switch (type) {
            case ParamType.Str _ -> null;
            case ParamType.Int _ -> number(value, new WholeNumber(), "form.int.refused");
            case ParamType.Float _ -> number(value, new DecimalNumber(), "form.float.refused");
            case ParamType.Bool _ -> bool(value) ? null : text("form.bool.refused");
            case ParamType.DateTime _ -> dateTime(value);
            case ParamType.ListOf _, ParamType.SetOf _, ParamType.Tuple _ ->
                parsed(value).isContainerNode() ? null : text("form.json.wanted.LIST");
            case ParamType.Dict _ -> parsed(value).isObject() ? null : text("form.json.wanted.OBJECT");
            case ParamType.DataFrame _ -> parsed(value).isContainerNode() ? null : text("form.json.wanted.TABLE");
            case ParamType.Series _ -> null;
            case ParamType.Unsupported _, ParamType.Missing _ -> text("form.json.notBound");
        };
    }

    private static @Nullable String number(JsonNode value, FieldFormat format, String refused) {
        if (value.isBoolean()) {
            return null;
        }
        if (value.isNumber()) {
            return format.read(JsonValues.write(value)) instanceof Reading.Refused no ? no.message() : null;
        }
        // Python's int() reads no fractions from a text, though it cuts those of a number.
        boolean fraction =
                format instanceof WholeNumber && value.isTextual() && !WholeNumber.isWhole(value.textValue());
        return value.isTextual() && !fraction && format.read(value.textValue()) instanceof Reading.Accepted
                ? null
                : text(refused);
    }

    private static boolean bool(JsonNode value) {
        if (value.isTextual()) {
            String word = value.textValue().toLowerCase(Locale.ROOT);
            return FALSE_TEXTS.contains(word) || TRUE_TEXTS.contains(word);
        }
        boolean zeroOrOne = value.isNumber() && (value.doubleValue() == 0 || value.doubleValue() == 1);
        return value.isNull() || value.isBoolean() || zeroOrOne;
    }

    private static @Nullable String dateTime(JsonNode value) {
        if (!value.isTextual()) {
            return text("form.datetime.refused");
        }
        return new IsoDateTime().read(value.textValue()) instanceof Reading.Refused no ? no.message() : null;
    }

    /** A text in the place of a list or an object is read as JSON first. */
    private static JsonNode parsed(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        try {
            return JsonValues.read(value.textValue());
        } catch (JsonProcessingException _) {
            return value;
        }
    }
}
