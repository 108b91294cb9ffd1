package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlite.Collation;

/**
 * Compares texts as SQL Server's Latin1 collations do: signs before digits before letters, letters with accents after the same
 * letter without, small letters before capitals where case counts at all. Blanks at the end never count.
 */
final class TextOrder extends Collation {

    private static final int ASCII = 128;
    private static final int DIGITS = 200;
    private static final int LETTERS = 300;
    private static final int[] WEIGHTS = new int[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            boolean letter = Character.isLetter(c);
            WEIGHTS[c] = letter ? LETTERS + Character.toLowerCase(c) : Character.isDigit(c) ? DIGITS + c : c + 1;
        }
    }

    private final boolean caseCounts;
    private final boolean accentsCount;

    private TextOrder(boolean caseCounts, boolean accentsCount) {
        this.caseCounts = caseCounts;
        this.accentsCount = accentsCount;
    }

    static void addTo(Connection connection) throws SQLException {
        add(connection, "ci", false, true);
        add(connection, "cs", true, true);
        add(connection, "ai", false, false);
        TextKey.addBounds(connection);
    }

    private static void add(Connection connection, String suffix, boolean caseCounts, boolean accentsCount)
            throws SQLException {
        Collation.create(connection, "bob_" + suffix, new TextOrder(caseCounts, accentsCount));
        TextKey.addTo(connection, suffix, caseCounts, accentsCount);
    }

    /** What a character of ASCII weighs, from 1. */
    static int weight(char c) {
        return WEIGHTS[c];
    }

    @Override
    protected int xCompare(String left, String right) {
        int leftEnd = end(left);
        int rightEnd = end(right);
        int shorter = Math.min(leftEnd, rightEnd);
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a >= ASCII || b >= ASCII) {
                return compareBeyondAscii(left.substring(0, leftEnd), right.substring(0, rightEnd));
            }
            if (WEIGHTS[a] != WEIGHTS[b]) {
                // An accent may follow the letter as a sign of its own.
                return hasOthers(left, i + 1, leftEnd) || hasOthers(right, i + 1, rightEnd)
                        ? compareBeyondAscii(left.substring(0, leftEnd), right.substring(0, rightEnd))
                        : Integer.compare(WEIGHTS[a], WEIGHTS[b]);
            }
        }
        if (leftEnd != rightEnd) {
            return hasOthers(left, shorter, leftEnd) || hasOthers(right, shorter, rightEnd)
                    ? compareBeyondAscii(left.substring(0, leftEnd), right.substring(0, rightEnd))
                    : Integer.compare(leftEnd, rightEnd);
        }
        return caseCounts ? caseOrder(left, right, shorter) : 0;
    }

    /** Where a text ends without the blanks behind it. */
    static int end(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static boolean hasOthers(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= ASCII) {
                return true;
            }
        }
        return false;
    }

    private static int caseOrder(String left, String right, int length) {
        for (int i = 0; i < length; i++) {
            boolean a = Character.isUpperCase(left.charAt(i));
            boolean b = Character.isUpperCase(right.charAt(i));
            if (a != b) {
                return a ? 1 : -1;
            }
        }
        return 0;
    }

    private int compareBeyondAscii(String left, String right) {
        return Arrays.compareUnsigned(
                TextKey.order(left, caseCounts, accentsCount), TextKey.order(right, caseCounts, accentsCount));
    }
}
