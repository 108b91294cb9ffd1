package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
        /** The service cannot bind the parameter's type, whatever is sent. */
        NOT_BOUND
    }

    @Override
    public Reading.Sent read(String text) {
        if (text.isBlank()) {
            return new Reading.Refused("null", absence());
        }
        JsonToken first;
        try {
            first = Json.check(text);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            String message = text("form.json.syntax", place.getLineNr(), place.getColumnNr(), e.getOriginalMessage());
            return new Reading.Refused(Json.quote(text), message);
        }
        String problem = problem(first);
        return problem == null
                ? new Reading.Accepted(text.strip(), remark(first))
                : new Reading.Refused(text.strip(), problem);
    }

    /** What to say while there is no value at all, which is something else than an empty one. */
    String absence() {
        return text("form.json.empty." + shape);
    }

    /** The JSON of a value with nothing in it; empty when the type has none. */
    Optional<String> emptyValue() {
        return switch (shape) {
            case LIST, TABLE -> Optional.of("[]");
            case OBJECT -> Optional.of("{}");
            case NOT_BOUND -> Optional.empty();
        };
    }

    private @Nullable String problem(JsonToken first) {
        boolean container = first == JsonToken.START_ARRAY || first == JsonToken.START_OBJECT;
        return switch (shape) {
            case LIST -> container ? null : text("form.json.wanted.LIST");
            case OBJECT -> first == JsonToken.START_OBJECT ? null : text("form.json.wanted.OBJECT");
            case TABLE -> container ? null : text("form.json.wanted.TABLE");
            case NOT_BOUND -> text("form.json.notBound");
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
