package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
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
    private static final int OTHERS = 1_000;
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
        Collation.create(connection, "bob_ci", new TextOrder(false, true));
        Collation.create(connection, "bob_cs", new TextOrder(true, true));
        Collation.create(connection, "bob_ai", new TextOrder(false, false));
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

    private static int end(String text) {
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
        Key a = Key.of(left);
        Key b = Key.of(right);
        int primary = Arrays.compare(a.primary(), b.primary());
        if (primary != 0) {
            return primary;
        }
        int secondary = accentsCount ? Arrays.compare(a.accents(), b.accents()) : 0;
        if (secondary != 0 || !caseCounts) {
            return secondary;
        }
        return Arrays.compare(a.capitals(), b.capitals());
    }

    /** The weights of a text: of its letters, of the accents on them, and which are capitals. */
    private record Key(int[] primary, int[] accents, boolean[] capitals) {

        static Key of(String text) {
            String plain = Normalizer.normalize(expand(text), Normalizer.Form.NFD);
            int[] primary = new int[plain.length()];
            int[] accents = new int[plain.length()];
            boolean[] capitals = new boolean[plain.length()];
            int count = 0;
            for (int i = 0; i < plain.length(); i++) {
                char c = plain.charAt(i);
                if (Character.getType(c) == Character.NON_SPACING_MARK && count > 0) {
                    accents[count - 1] = accents[count - 1] * 31 + c;
                    continue;
                }
                primary[count] = c < ASCII ? WEIGHTS[c] : OTHERS + Character.toLowerCase(Character.toUpperCase(c));
                capitals[count] = Character.isUpperCase(c);
                count++;
            }
            return new Key(
                    Arrays.copyOf(primary, count), Arrays.copyOf(accents, count), Arrays.copyOf(capitals, count));
        }

        /** Letters that count as two. */
        private static String expand(String text) {
            return text.replace("ß", "ss")
                    .replace("æ", "ae")
                    .replace("Æ", "AE")
                    .replace("œ", "oe")
                    .replace("Œ", "OE");
        }
    }
}
