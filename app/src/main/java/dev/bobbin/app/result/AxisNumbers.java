package dev.bobbin.app.result;

import dev.bobbin.app.l10n.Messages;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import javafx.util.StringConverter;

/** Numbers at the axes of a chart as the window's language writes them; the toolkit's are as the machine's does. */
final class AxisNumbers extends StringConverter<Number> {

    /** Digits that are told: what lies behind them comes from counting in steps, as in 0.30000000000000004. */
    private static final MathContext DIGITS = new MathContext(10);

    /** Beyond these places a number is nothing that is drawn beside others. */
    private static final int PLACES = 15;

    private final NumberFormat format = NumberFormat.getNumberInstance(Messages.language());

    AxisNumbers() {
        format.setMaximumFractionDigits(PLACES);
    }

    @Override
    public String toString(Number value) {
        double number = value.doubleValue();
        // Between the largest numbers there are steps that are none.
        return Double.isFinite(number) ? format.format(new BigDecimal(number).round(DIGITS)) : "";
    }

    /** @throws UnsupportedOperationException always: nobody writes at an axis */
    @Override
    public Number fromString(String words) {
        throw new UnsupportedOperationException(words);
    }
}
