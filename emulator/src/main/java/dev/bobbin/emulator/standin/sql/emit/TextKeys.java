package dev.bobbin.emulator.standin.sql.emit;

import dev.bobbin.emulator.standin.sql.plan.Bound;
import java.util.Set;

/**
 * Keys for texts under collations that SQLite lacks. A collation written in Java is asked for every pair of texts that is
 * compared; a key is computed once for each text, and SQLite compares the keys by itself.
 */
public final class TextKeys {

    private static final String COLLATE = " COLLATE bob_";
    private static final Set<String> OF_TEXTS = Set.of(COLLATE + "ci", COLLATE + "cs", COLLATE + "ai");

    private TextKeys() {}

    private static boolean has(String collation) {
        return OF_TEXTS.contains(collation);
    }

    /** What rows are sorted by. @param collation SQLite's suffix; empty for its own order */
    public static String sorted(String expression, String collation) {
        return has(collation)
                ? "bob_order_" + collation.substring(COLLATE.length()) + "(" + expression + ")"
                : expression + collation;
    }

    /** What rows are grouped by. @param cheap whether the expression may be written several times */
    public static String grouped(String expression, String collation, boolean cheap) {
        if (!has(collation)) {
            return expression + collation;
        }
        String name = collation.substring(COLLATE.length());
        String key = "bob_same_" + name + "(" + expression + ")";
        String plain = "rtrim(" + expression + ")";
        return cheap
                ? "CASE WHEN " + expression + " GLOB '*[^ -~]*' THEN " + key + " ELSE "
                        + (name.startsWith("cs") ? plain : "lower(" + plain + ")") + " END"
                : key;
    }

    /**
     * A condition that {@code {0} = {1}} implies and that indexes help with, with AND behind it: those of columns, and
     * those of keys, which leave out blanks at the end. It is empty when there is no such condition.
     */
    public static String narrowing(Bound left, Bound right, String collation) {
        if (!collation.equals(" COLLATE bob_ci")) {
            return "";
        }
        return isColumn(left) && isGiven(right)
                ? narrowing("{0}", "{1}")
                : isColumn(right) && isGiven(left) ? narrowing("{1}", "{0}") : "";
    }

    /** Whether it is a column, under another type perhaps. */
    public static boolean isColumn(Bound value) {
        return value instanceof Bound.Column
                || value instanceof Bound.Sql sql
                        && sql.template().equals("{0}")
                        && isColumn(sql.arguments().getFirst());
    }

    private static boolean isGiven(Bound value) {
        return value instanceof Bound.Constant || value instanceof Bound.Input;
    }

    private static String narrowing(String column, String value) {
        String from = " >= bob_from(" + value + ") COLLATE NOCASE AND ";
        String below = " < bob_below(" + value + ") COLLATE NOCASE AND ";
        String trimmed = "rtrim(" + column + ")";
        return column + from + column + below + trimmed + from + trimmed + below;
    }
}
