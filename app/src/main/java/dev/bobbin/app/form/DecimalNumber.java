package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.regex.Pattern;

/** A {@code float}. The service calls Python's {@code float()}, which also reads {@code nan}, {@code inf} and {@code .5}. */
record DecimalNumber() implements FieldFormat {

    private static final Pattern PYTHON_FLOAT = Pattern.compile(
            "(?i)[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)(e[+-]?\\d+)?|[+-]?(nan|inf|infinity)");

    @Override
    public Reading read(String text) {
        String number = text.strip();
        if (Json.isNumber(number)) {
            return new Reading.Accepted(number);
        }
        if (PYTHON_FLOAT.matcher(number).matches()) {
            return new Reading.Accepted(Json.quote(number));
        }
        return new Reading.Refused(
                Json.quote(text), text(number.isEmpty() ? "form.float.empty" : "form.float.refused"));
    }

    @Override
    public String hint() {
        return text("form.float.hint");
    }
}
