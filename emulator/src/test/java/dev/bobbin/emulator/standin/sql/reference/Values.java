package dev.bobbin.emulator.standin.sql.reference;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How values are compared: texts without regard to case and to blanks at the end, numbers by their value, NULL first. */
final class Values {

    /** The order of single values, as ORDER BY has it. */
    static final Comparator<Object> ORDER = (a, b) -> {
        if (a == null || b == null) {
            return a == null ? b == null ? 0 : -1 : 1;
        }
        return compare(a, b);
    };

    /** The order of whole rows. */
    static final Comparator<List<Object>> ROWS = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private Values() {}

    /** Neither is NULL. */
    static int compare(Object a, Object b) {
        return a instanceof String text
                ? folded(text).compareTo(folded((String) b))
                : number(a).compareTo(number(b));
    }

    static BigDecimal number(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    private static String folded(String text) {
        return text.stripTrailing().toLowerCase(Locale.ROOT);
    }

    /** The same for values that are equal. */
    static Object key(Object value) {
        return switch (value) {
            case null -> null;
            case String text -> folded(text);
            case Long whole -> BigDecimal.valueOf(whole).stripTrailingZeros();
            case BigDecimal number -> number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            default -> value;
        };
    }

    static List<Object> key(List<Object> row) {
        return row.stream().map(Values::key).collect(java.util.stream.Collectors.toList());
    }
}
