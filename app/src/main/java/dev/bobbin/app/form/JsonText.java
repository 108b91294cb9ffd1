package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value written as JSON, of a wanted shape. */
record JsonText(Shape shape) implements FieldFormat {

    /** What the JSON must be. */
    enum Shape {
        LIST,
        OBJECT,
        TABLE,
        /** Anything. */
        ANY
    }

    @Override
    public Reading.Sent read(String text) {
        if (text.isBlank()) {
            return new Reading.Refused("null", text("form.json.empty." + shape));
        }
        JsonToken first;
        try {
            first = Json.check(text);
        } catch (JsonProcessingException e) {
            return new Reading.Refused(Json.quote(text), Reasons.of(e));
        }
        String problem = problem(first);
        return problem == null
                ? new Reading.Accepted(text.strip(), remark(first))
                : new Reading.Refused(text.strip(), problem);
    }

    /** There being no value at all is something else than an empty one. */
    @Override
    public Optional<String> absence() {
        return Optional.of(text("form.json.empty." + shape));
    }

    /** The JSON of a value with nothing in it; empty when the type has none. */
    Optional<String> emptyValue() {
        return switch (shape) {
            case LIST, TABLE -> Optional.of("[]");
            case OBJECT -> Optional.of("{}");
            case ANY -> Optional.empty();
        };
    }

    private @Nullable String problem(JsonToken first) {
        boolean container = first == JsonToken.START_ARRAY || first == JsonToken.START_OBJECT;
        return switch (shape) {
            case LIST -> container ? null : text("form.json.wanted.LIST");
            case OBJECT -> first == JsonToken.START_OBJECT ? null : text("form.json.wanted.OBJECT");
            case TABLE -> container ? null : text("form.json.wanted.TABLE");
            case ANY -> null;
        };
    }

    private @Nullable String remark(JsonToken first) {
        return shape == Shape.LIST && first == JsonToken.START_OBJECT ? text("form.json.keysOnly") : null;
    }

    @Override
    public String hint() {
        return text("form.json.hint." + shape);
    }
}
