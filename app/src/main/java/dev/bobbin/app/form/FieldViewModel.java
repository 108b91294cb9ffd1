package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One parameter of the form: what its field holds and what of it would be sent. */
public final class FieldViewModel {

    /** What is sent for the parameter. */
    public enum Sending {
        /** Nothing: the function's own default counts. */
        DEFAULT,
        /** Nothing, though the function has no default. */
        MISSING,
        /** {@code null}. */
        NULL,
        /** What the field holds. */
        VALUE,
        /** What the field holds, as JSON, because a value of the field's own kind could not say it. */
        JSON
    }

    private final Parameter parameter;
    private final String help;
    private final FieldFormat format;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Sending> sending = new SimpleObjectProperty<>(Sending.VALUE);
    private final BooleanProperty attended = new SimpleBooleanProperty(false);
    private final BooleanProperty behind = new SimpleBooleanProperty(false);
    private final ObjectBinding<@Nullable Reading> reading;
    private volatile @Nullable Ahead ahead;

    /** A text that was read before it was the field's. */
    private record Ahead(String text, Reading reading) {}

    /** @param help what the docstring says about the parameter; empty when nothing */
    FieldViewModel(Parameter parameter, String help) {
        this.parameter = parameter;
        this.help = help;
        this.format = FieldFormat.of(parameter);
        this.reading = Bindings.<@Nullable Reading>createObjectBinding(this::read, text, sending);
        if (hasDefault()) {
            useDefault();
        } else if (format.entry() instanceof FieldFormat.TrueFalse) {
            text.set("false");
        }
        text.addListener((_, _, _) -> {
            attended.set(true);
            if (sending.get() != Sending.JSON) {
                sending.set(Sending.VALUE);
            }
        });
    }

    /** Takes over what another field of the same parameter held. */
    void takeOver(FieldViewModel before) {
        if (before.sending.get() == Sending.DEFAULT && !hasDefault()) {
            return;
        }
        sending.set(before.sending.get());
        text.set(before.text.get());
        sending.set(before.sending.get());
        attended.set(before.attended.get());
        if (sending.get() == Sending.DEFAULT) {
            useDefault();
        }
    }

    public Parameter parameter() {
        return parameter;
    }

    /** What the docstring says about the parameter; empty when nothing. */
    public String help() {
        return help;
    }

    public FieldFormat format() {
        return format;
    }

    /** What the field holds; changing it means sending it. */
    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<Sending> sendingProperty() {
        return sending;
    }

    /** Whether the user has been at the field, or has tried to run: only then is a missing value called wrong. */
    public BooleanProperty attendedProperty() {
        return attended;
    }

    /** Whether the text is still being made of what was done last in the field. */
    public BooleanProperty behindProperty() {
        return behind;
    }

    /** What would be sent; null when nothing is, because the default counts. */
    public ObjectBinding<@Nullable Reading> reading() {
        return reading;
    }

    /** What is sent now: a blank field of a type without blank values sends nothing. */
    Sending sent() {
        if (sending.get() != Sending.VALUE) {
            return sending.get();
        }
        Reading now = reading.get();
        return now == null ? Sending.DEFAULT : now instanceof Reading.Absent ? Sending.MISSING : Sending.VALUE;
    }

    /** Whether an empty text is sent, which is a value like any other. */
    boolean sendsEmptyText() {
        return format.entry() instanceof FieldFormat.Text
                && sending.get() == Sending.VALUE
                && text.get().isEmpty();
    }

    public boolean hasDefault() {
        return parameter.defaultText() != null;
    }

    /** Sends nothing, so that the function's default counts. */
    public void useDefault() {
        text.set(defaultAsText().orElse(""));
        sending.set(Sending.DEFAULT);
    }

    /** Leaves the parameter out of the request, which the service refuses. */
    public void leaveOut() {
        sending.set(Sending.MISSING);
        attended.set(true);
    }

    /** Sends {@code null}. */
    public void useNull() {
        sending.set(Sending.NULL);
        attended.set(true);
    }

    /** The text of a value that is there and has nothing in it; empty when the type has no such value. */
    Optional<String> emptyValue() {
        return switch (format.entry()) {
            case FieldFormat.Text _ -> Optional.of("");
            case JsonText json -> json.emptyValue();
            default -> Optional.empty();
        };
    }

    /** Sends what the field holds, even when that is nothing. */
    public void useValue() {
        sending.set(Sending.VALUE);
        attended.set(true);
    }

    /** Takes over a value of a request. */
    void take(JsonNode value) {
        if (value.isNull()) {
            useNull();
            return;
        }
        Optional<String> own = asFieldText(value);
        sending.set(own.isPresent() ? Sending.VALUE : Sending.JSON);
        text.set(own.orElseGet(() -> JsonValues.write(value)));
        attended.set(true);
    }

    /** Takes over that a request has no such member. */
    void takeAbsence() {
        if (hasDefault()) {
            useDefault();
        } else {
            leaveOut();
        }
    }

    /** Whether the service would refuse the request because of this field. */
    public boolean refused() {
        Reading now = reading.get();
        return now != null && now.refused();
    }

    /** The field's name for a screen reader, with all that is said about it. */
    public String spokenName() {
        Reading now = reading.get();
        String message = now == null || now.message() == null ? "" : now.message();
        return text("form.field.spoken", parameter.name(), parameter.typeText(), message)
                .strip();
    }

    /** What the empty field says: its default, or what it wants; nothing while emptiness is what is sent. */
    public String prompt() {
        if (sendsEmptyText()) {
            return "";
        }
        String literal = parameter.defaultText();
        return literal == null ? format.hint() : text("form.field.default", literal);
    }

    private Optional<String> defaultAsText() {
        String literal = parameter.defaultText();
        return literal == null ? Optional.empty() : PythonLiteral.asFieldText(literal);
    }

    /** The text that makes the field send this very value; empty when no text does. */
    private Optional<String> asFieldText(JsonNode value) {
        String candidate =
                switch (format.entry()) {
                    case FieldFormat.Text _, IsoDateTime _ -> value.textValue();
                    case FieldFormat.TrueFalse _ -> value.isBoolean() ? value.asText() : null;
                    case WholeNumber _, DecimalNumber _ ->
                        value.isTextual() ? value.textValue() : JsonValues.write(value);
                    case JsonText _ -> value.isContainerNode() ? JsonValues.indented(value) : JsonValues.write(value);
                    case NotBound _ -> null;
                };
        return Optional.ofNullable(candidate).filter(own -> means(own, value));
    }

    private boolean means(String own, JsonNode value) {
        if (own.isBlank() && format.absence().isPresent()) {
            return false;
        }
        try {
            return JsonValues.read(format.read(own).json()).equals(value);
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    private @Nullable Reading read() {
        return switch (sending.get()) {
            case DEFAULT -> null;
            case MISSING -> new Reading.Absent(text("form.missing"));
            case NULL -> readNull();
            case VALUE -> text.get().isBlank() && format.absence().isPresent() ? readBlank() : readValue(text.get());
            case JSON -> readJson();
        };
    }

    private Reading readValue(String value) {
        Ahead known = ahead;
        return known != null && known.text().equals(value) ? known.reading() : format.read(value);
    }

    /** Reads a text that is about to become the field's, in the background: a long one would hold the FX thread. */
    void readAhead(String value) {
        ahead = new Ahead(value, format.read(value));
    }

    /** A blank field of a type that has no blank value sends nothing. */
    private @Nullable Reading readBlank() {
        return hasDefault() ? null : new Reading.Absent(format.absence().orElseThrow());
    }

    private Reading readJson() {
        try {
            JsonNode value = JsonValues.read(text.get());
            String refusal = ServiceBinding.refusal(parameter.type(), value);
            return refusal == null
                    ? new Reading.Accepted(text.get().strip())
                    : new Reading.Refused(text.get().strip(), refusal);
        } catch (JsonProcessingException _) {
            // No longer JSON: what was typed is sent as a text.
            return format.read(text.get());
        }
    }

    private Reading readNull() {
        return switch (parameter.type()) {
            case ParamType.Str _ -> new Reading.Accepted("null", text("form.null.text"));
            case ParamType.Bool _ -> new Reading.Accepted("null", text("form.null.bool"));
            case ParamType.Series _ -> new Reading.Accepted("null");
            case ParamType.Unsupported _, ParamType.Missing _ ->
                new Reading.Refused("null", text("form.json.notBound"));
            default -> new Reading.Refused("null", text("form.null.refused"));
        };
    }
}
