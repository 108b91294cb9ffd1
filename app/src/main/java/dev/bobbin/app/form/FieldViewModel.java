package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
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
        /** {@code null}. */
        NULL,
        /** What the field holds. */
        VALUE
    }

    private final Parameter parameter;
    private final FieldFormat format;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Sending> sending = new SimpleObjectProperty<>(Sending.VALUE);
    private final ObjectBinding<@Nullable Reading> reading;

    FieldViewModel(Parameter parameter) {
        this.parameter = parameter;
        this.format = FieldFormat.of(parameter.type());
        this.reading = Bindings.<@Nullable Reading>createObjectBinding(this::read, text, sending);
        if (hasDefault()) {
            useDefault();
        } else if (format instanceof FieldFormat.TrueFalse) {
            text.set("false");
        }
        text.addListener((_, _, _) -> sending.set(Sending.VALUE));
    }

    /** Takes over what another field of the same parameter held. */
    void takeOver(FieldViewModel before) {
        if (before.sending.get() == Sending.DEFAULT && !hasDefault()) {
            return;
        }
        text.set(before.text.get());
        sending.set(before.sending.get());
        if (sending.get() == Sending.DEFAULT) {
            useDefault();
        }
    }

    public Parameter parameter() {
        return parameter;
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

    /** What would be sent; null when nothing is, because the default counts. */
    public ObjectBinding<@Nullable Reading> reading() {
        return reading;
    }

    public boolean hasDefault() {
        return parameter.defaultText() != null;
    }

    /** Sends nothing, so that the function's default counts. */
    public void useDefault() {
        text.set(defaultAsText().orElse(""));
        sending.set(Sending.DEFAULT);
    }

    /** Sends {@code null}. */
    public void useNull() {
        sending.set(Sending.NULL);
    }

    /** Sends what the field holds, even when that is nothing. */
    public void useValue() {
        sending.set(Sending.VALUE);
    }

    /** Whether the service would refuse the request because of this field. */
    public boolean refused() {
        return reading.get() instanceof Reading.Refused;
    }

    /** The field's name for a screen reader, with all that is said about it. */
    public String spokenName() {
        Reading now = reading.get();
        String message = now == null || now.message() == null ? "" : now.message();
        return text("form.field.spoken", parameter.name(), parameter.typeText(), message)
                .strip();
    }

    /** What the empty field says: its default, or what it wants. */
    public String prompt() {
        String literal = parameter.defaultText();
        return literal == null ? format.hint() : text("form.field.default", literal);
    }

    private Optional<String> defaultAsText() {
        String literal = parameter.defaultText();
        return literal == null ? Optional.empty() : PythonLiteral.asFieldText(literal);
    }

    private @Nullable Reading read() {
        return switch (sending.get()) {
            case DEFAULT -> null;
            case NULL -> readNull();
            case VALUE -> format.read(text.get());
        };
    }

    private Reading readNull() {
        return switch (parameter.type()) {
            case ParamType.Str _ -> new Reading.Accepted("null", text("form.null.text"));
            case ParamType.Bool _ -> new Reading.Accepted("null", text("form.null.bool"));
            case ParamType.Series _ -> new Reading.Accepted("null");
            default -> new Reading.Refused("null", text("form.null.refused"));
        };
    }
}
