package dev.bobbin.app.form;

import dev.bobbin.app.text.Json;
import dev.bobbin.emulator.signature.ParamType;

/** How the text of a field becomes JSON, and when the service would refuse it. Source: contract of the service, "Binding of JSON body". */
public sealed interface FieldFormat
        permits FieldFormat.Text, FieldFormat.TrueFalse, WholeNumber, DecimalNumber, IsoDateTime, JsonText {

    /** Reads a field's text; never fails. */
    Reading.Sent read(String text);

    /** What the field wants, shown while it is empty. */
    String hint();

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
            case ParamType.Unsupported _, ParamType.Missing _ -> new JsonText(JsonText.Shape.NOT_BOUND);
        };
    }
}
