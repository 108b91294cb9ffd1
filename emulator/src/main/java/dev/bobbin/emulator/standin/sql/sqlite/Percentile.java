package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * PERCENTILE_CONT and PERCENTILE_DISC over values, a fraction and whether the order is descending (reference,
 * "PERCENTILE_CONT"). NULLs do not count.
 */
final class Percentile extends Function.Window {

    private final boolean between;
    private @Nullable List<Object> values;
    private double fraction;
    private boolean descending;

    /** @param between whether a value between two of them may be the result */
    Percentile(boolean between) {
        this.between = between;
    }

    @Override
    protected void xStep() throws SQLException {
        // SQLite copies this object for each group; the list must not be shared between the copies.
        if (values == null) {
            values = new ArrayList<>();
        }
        fraction = value_double(1);
        descending = value_int(2) != 0;
        switch (value_type(0)) {
            case 1 -> values.add(value_long(0));
            case 2 -> values.add(value_double(0));
            case 3 -> values.add(value_text(0));
            default -> {}
        }
    }

    @Override
    protected void xInverse() throws SQLException {
        throw new SQLException("A percentile has no moving frame.");
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    protected void xValue() throws SQLException {
        List<Object> all = values;
        if (all == null || all.isEmpty()) {
            result();
            return;
        }
        if (fraction < 0 || fraction > 1) {
            error("bobbin_percentile");
            return;
        }
        List<Comparable> sorted = new ArrayList<>();
        all.forEach(value -> sorted.add((Comparable) value));
        sorted.sort(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
        if (between) {
            double place = fraction * (sorted.size() - 1);
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            double low = ((Number) sorted.get(below)).doubleValue();
            double high = ((Number) sorted.get(above)).doubleValue();
            result(low + (high - low) * (place - below));
            return;
        }
        int index = (int) Math.ceil(fraction * sorted.size()) - 1;
        switch (sorted.get(Math.max(0, index))) {
            case Long number -> result(number);
            case Double number -> result(number);
            case Object other -> result(other.toString());
        }
    }

    @Override
    protected void xFinal() throws SQLException {
        xValue();
    }
}
