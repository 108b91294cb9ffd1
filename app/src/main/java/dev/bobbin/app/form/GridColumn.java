package dev.bobbin.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.app.text.Json;
import dev.bobbin.app.text.JsonValues;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column of a grid: its name, and what the texts typed into it become. */
public record GridColumn(String name, Kind kind) {

    /** What a column holds. */
    public enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        TRUE_FALSE,
        /** Any JSON. */
        JSON
    }

    /**
     * The value of a text; null when the text is none of the column's kind. An empty text means null, except in a text column;
     * where any JSON may stand, what does not even begin like a list, an object or a quoted text is a text itself.
     */
    @Nullable
    JsonNode read(String text) {
        if (kind == Kind.TEXT) {
            return TextNode.valueOf(text);
        }
        String bare = text.strip();
        if (bare.isEmpty()) {
            return NullNode.instance;
        }
        return switch (kind) {
            case TEXT -> TextNode.valueOf(text);
            case WHOLE -> WholeNumber.isWhole(bare) ? parse(Json.integer(bare)) : null;
            case DECIMAL -> Json.isNumber(bare) ? parse(bare) : null;
            case TRUE_FALSE -> trueOrFalse(bare);
            case JSON -> any(text, bare);
        };
    }

    /** The column, of a kind that has a value for each of these texts: its own when it can be, else numbers, else any JSON. */
    GridColumn taking(List<String> texts) {
        if (texts.stream().allMatch(text -> read(text) != null)) {
            return this;
        }
        GridColumn decimal = new GridColumn(name, Kind.DECIMAL);
        boolean numbers = kind == Kind.WHOLE && texts.stream().allMatch(text -> decimal.read(text) != null);
        return numbers ? decimal : new GridColumn(name, Kind.JSON);
    }

    /** What a cell of that value shows and lets edit. */
    static String write(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : JsonValues.write(value);
    }

    /** The kind that fits all these texts; leading zeros make an identifier, not a number. */
    static Kind kindOf(List<String> texts) {
        Kind kind = null;
        for (String text : texts) {
            if (!text.isBlank()) {
                Kind one = kindOf(text.strip());
                kind = kind == null || kind == one ? one : both(kind, one);
            }
        }
        return kind == null ? Kind.TEXT : kind;
    }

    private static Kind kindOf(String text) {
        if (trueOrFalse(text) != null) {
            return Kind.TRUE_FALSE;
        }
        if (!Json.isNumber(text)) {
            return Kind.TEXT;
        }
        return WholeNumber.isWhole(text) ? Kind.WHOLE : Kind.DECIMAL;
    }

    private static Kind both(Kind one, Kind other) {
        boolean numbers = List.of(Kind.WHOLE, Kind.DECIMAL).containsAll(List.of(one, other));
        return numbers ? Kind.DECIMAL : Kind.TEXT;
    }

    /** The kind of a column that holds these values. */
    static Kind kindOfValues(List<JsonNode> values) {
        Kind kind = null;
        for (JsonNode value : values) {
            if (!value.isNull() && !value.isMissingNode()) {
                Kind one = kindOf(value);
                if (kind != null && kind != one) {
                    boolean numbers = List.of(Kind.WHOLE, Kind.DECIMAL).containsAll(List.of(kind, one));
                    one = numbers ? Kind.DECIMAL : Kind.JSON;
                }
                kind = one;
            }
        }
        return kind == null ? Kind.TEXT : kind;
    }

    private static Kind kindOf(JsonNode value) {
        if (value.isTextual()) {
            return Kind.TEXT;
        }
        if (value.isBoolean()) {
            return Kind.TRUE_FALSE;
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? Kind.WHOLE : Kind.DECIMAL;
        }
        return Kind.JSON;
    }

    private static @Nullable JsonNode trueOrFalse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> null;
        };
    }

    private static @Nullable JsonNode any(String text, String bare) {
        JsonNode json = parse(bare);
        return json == null && "[{\"".indexOf(bare.charAt(0)) < 0 ? TextNode.valueOf(text) : json;
    }

    private static @Nullable JsonNode parse(String json) {
        try {
            return JsonValues.read(json);
        } catch (JsonProcessingException _) {
            return null;
        }
    }
}
