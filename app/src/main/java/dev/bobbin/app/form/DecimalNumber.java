package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.text.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@code float}. The service calls Python's {@code float()}, which also reads {@code nan}, {@code inf} and {@code .5}. */
record DecimalNumber() implements FieldFormat {

    /** Decimal digits that every 64-bit floating-point number keeps. */
    private static final int SAFE_DIGITS = 15;

    private static final Pattern PYTHON_FLOAT = Pattern.compile(
            "(?i)[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)(e[+-]?\\d+)?|[+-]?(nan|inf|infinity)");

    @Override
    public Reading.Sent read(String text) {
        String number = text.strip();
        if (number.length() > WholeNumber.MOST_DIGITS) {
            return WholeNumber.tooLong(text, "form.float.refused");
        }
        if (Json.isNumber(number)) {
            return new Reading.Accepted(number, remark(number));
        }
        if (PYTHON_FLOAT.matcher(number).matches()) {
            return new Reading.Accepted(Json.quote(number));
        }
        return new Reading.Refused(
                Json.quote(text), text(number.isEmpty() ? "form.float.empty" : "form.float.refused"));
    }

    /** What a 64-bit floating-point number cannot hold; null when it holds this one. */
    private static @Nullable String remark(String number) {
        if (Double.isInfinite(Double.parseDouble(number))) {
            return text("form.float.infinite");
        }
        BigDecimal exact = new BigDecimal(number);
        return exact.precision() > SAFE_DIGITS && exact.compareTo(new BigDecimal(Double.parseDouble(number))) != 0
                ? text("form.float.rounded", String.valueOf(Double.parseDouble(number)))
                : null;
    }

    @Override
    public Optional<String> absence() {
        return Optional.of(text("form.float.empty"));
    }

    @Override
    public String hint() {
        return text("form.float.hint");
    }
}
