package dev.bobbin.app.form;

import dev.bobbin.app.text.Json;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.Optional;

/** How the text of a field becomes JSON, and when the service would refuse it. Source: contract of the service, "Binding of JSON body". */
public sealed interface FieldFormat
        permits FieldFormat.Text, FieldFormat.TrueFalse, WholeNumber, DecimalNumber, IsoDateTime, JsonText, NotBound {

    /** Reads a field's text; never fails. */
    Reading.Sent read(String text);

    /** What the field wants, shown while it is empty. */
    String hint();

    /** What to say while the field is blank and therefore sends nothing; empty when a blank text is a value. */
    Optional<String> absence();

    /** The format by which a value is entered. */
    default FieldFormat entry() {
        return this;
    }

    /** Any text. */
    record Text() implements FieldFormat {
        @Override
        public Reading.Sent read(String text) {
            return new Reading.Accepted(Json.quote(text));
        }

        @Override
        public String hint() {
            return "";
        }

        @Override
        public Optional<String> absence() {
            return Optional.empty();
        }
    }

    /** {@code true} or {@code false}. */
    record TrueFalse() implements FieldFormat {
        @Override
        public Reading.Sent read(String text) {
            return new Reading.Accepted("true".equalsIgnoreCase(text) ? "true" : "false");
        }

        @Override
        public String hint() {
            return "";
        }

        @Override
        public Optional<String> absence() {
            return Optional.empty();
        }
    }

    /** The format of a parameter. */
    static FieldFormat of(Parameter parameter) {
        return parameter.type() instanceof ParamType.Unsupported(var name)
                ? NotBound.of(parameter.typeText(), name)
                : of(parameter.type());
    }

    /** The format of a parameter of that type. */
    static FieldFormat of(ParamType type) {
        return switch (type) {
            case ParamType.Str _ -> new Text();
            case ParamType.Int _ -> new WholeNumber();
            case ParamType.Float _ -> new DecimalNumber();
            case ParamType.Bool _ -> new TrueFalse();
            case ParamType.DateTime _ -> new IsoDateTime();
            case ParamType.ListOf _, ParamType.SetOf _, ParamType.Tuple _ -> new JsonText(JsonText.Shape.LIST);
            case ParamType.Dict _ -> new JsonText(JsonText.Shape.OBJECT);
            case ParamType.DataFrame _, ParamType.Series _ -> new JsonText(JsonText.Shape.TABLE);
            case ParamType.Unsupported(var name) -> NotBound.of(name, name);
            case ParamType.Missing _ -> NotBound.UNKNOWN;
        };
    }
}
