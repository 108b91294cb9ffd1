package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.text.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** An {@code int}. The service calls Python's {@code int()}, which cuts fractions off without a word. */
record WholeNumber() implements FieldFormat {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    /** Python reads no whole number of more digits: {@code sys.get_int_max_str_digits()}. */
    static final int MOST_DIGITS = 4300;

    private static final int LONGEST_SHOWN = 40;
    private static final int LONGEST_OF_64_BITS = "-9223372036854775808".length();

    @Override
    public Reading.Sent read(String text) {
        String number = text.strip();
        if (number.length() > MOST_DIGITS) {
            return tooLong(text, "form.int.refused");
        }
        if (WHOLE.matcher(number).matches()) {
            String whole = Json.integer(number);
            return new Reading.Accepted(whole, fitsDatabase(whole) ? null : text("form.int.large"));
        }
        if (Json.isNumber(number)) {
            return cut(number);
        }
        return new Reading.Refused(Json.quote(text), text(number.isEmpty() ? "form.int.empty" : "form.int.refused"));
    }

    /** What is said to a text with more characters than {@link #MOST_DIGITS}. @param noNumber key for one that is no number */
    static Reading.Refused tooLong(String text, String noNumber) {
        String bare = text.strip();
        boolean isNumber = isWhole(bare) || Json.isNumber(bare);
        return new Reading.Refused(Json.quote(text), isNumber ? text("form.number.long", MOST_DIGITS) : text(noNumber));
    }

    /** Whether Python's {@code int()} reads the text. */
    static boolean isWhole(String text) {
        return WHOLE.matcher(text.strip()).matches();
    }

    /** Python's whole numbers have no end; those of databases end at 64 bits. */
    private static boolean fitsDatabase(String whole) {
        return whole.length() <= LONGEST_OF_64_BITS && new BigInteger(whole).bitLength() < Long.SIZE;
    }

    private static Reading.Sent cut(String number) {
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
    public Optional<String> absence() {
        return Optional.of(text("form.int.empty"));
    }

    @Override
    public String hint() {
        return text("form.int.hint");
    }
}
