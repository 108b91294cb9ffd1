package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** An {@code int}. The service calls Python's {@code int()}, which cuts fractions off without a word. */
record WholeNumber() implements FieldFormat {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final int LONGEST_SHOWN = 40;

    @Override
    public Reading read(String text) {
        String number = text.strip();
        if (WHOLE.matcher(number).matches()) {
            return new Reading.Accepted(Json.integer(number));
        }
        if (Json.isNumber(number)) {
            return cut(number);
        }
        return new Reading.Refused(Json.quote(text), text(number.isEmpty() ? "form.int.empty" : "form.int.refused"));
    }

    private static Reading cut(String number) {
        BigDecimal value = new BigDecimal(number);
        // Python reads 1e400 as infinity, which int() refuses; so does Java's double.
        if (Double.isInfinite(value.doubleValue())) {
            return new Reading.Refused(number, text("form.int.refused"));
        }
        String whole = value.toBigInteger().toString();
        return new Reading.Accepted(
                number,
                text("form.int.cut", whole.length() > LONGEST_SHOWN ? whole.substring(0, LONGEST_SHOWN) + "…" : whole));
    }

    @Override
    public String hint() {
        return text("form.int.hint");
    }
}
