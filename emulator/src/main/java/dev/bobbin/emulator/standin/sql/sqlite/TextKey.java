package dev.bobbin.emulator.standin.sql.sqlite;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** Keys of texts under the collations of {@link TextOrder}: SQLite compares them by itself. */
final class TextKey {

    private static final int ASCII = 128;
    private static final int OTHERS = 1_000;

    /** The first of those weights that take three bytes. */
    private static final int LONG_WEIGHTS = 0xF000;

    private static final int NO_ACCENTS = 1;
    private static final int ACCENTS = 2;

    private TextKey() {}

    /** Bytes that sort as the texts do, and are the same for texts that count as the same. */
    static byte[] order(String text, boolean caseCounts, boolean accentsCount) {
        String plain = decomposed(text);
        int[] accents = new int[plain.length()];
        boolean[] capitals = new boolean[plain.length()];
        ByteArrayOutputStream key = new ByteArrayOutputStream(2 * plain.length() + 2);
        boolean accented = false;
        int count = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isAccent(c) && count > 0) {
                accents[count - 1] = (accents[count - 1] * 31 + c) & Integer.MAX_VALUE;
                accented = accentsCount;
                continue;
            }
            weight(c < ASCII ? TextOrder.weight(c) : OTHERS + folded(c), key);
            capitals[count++] = Character.isUpperCase(c);
        }
        if (accented || caseCounts) {
            key.write(0);
            key.write(0);
            key.write(accented ? ACCENTS : NO_ACCENTS);
        }
        for (int i = 0; accented && i < count; i++) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                key.write(accents[i] >> shift);
            }
        }
        for (int i = 0; caseCounts && i < count; i++) {
            key.write(capitals[i] ? 1 : 0);
        }
        return key.toByteArray();
    }

    private static void weight(int weight, ByteArrayOutputStream key) {
        if (weight >= LONG_WEIGHTS) {
            key.write(LONG_WEIGHTS >> 8 | weight >> 16);
        }
        key.write(weight >> 8);
        key.write(weight);
    }

    /** A text that is the same for texts that count as the same; plain ones keep their letters. */
    static String same(String text, boolean caseCounts, boolean accentsCount) {
        String plain = decomposed(text);
        StringBuilder same = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (!isAccent(c) || same.isEmpty()) {
                same.append(caseCounts ? c : (char) folded(c));
            } else if (accentsCount) {
                same.append(c);
            }
        }
        return same.toString();
    }

    private static boolean isAccent(char c) {
        return c >= ASCII && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** Without blanks at the end, accents behind their letters, and letters that count as two as these. */
    private static String decomposed(String text) {
        String plain = text.substring(0, TextOrder.end(text));
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= ASCII) {
                return Normalizer.normalize(
                        plain.replace("ß", "ss")
                                .replace("æ", "ae")
                                .replace("Æ", "AE")
                                .replace("œ", "oe")
                                .replace("Œ", "OE"),
                        Normalizer.Form.NFD);
            }
        }
        return plain;
    }

    /** Whether only texts of the same letters, capital or small, and blanks after them count as the same. */
    private static boolean isPlain(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.chars().allMatch(c -> c >= ' ' && c < ASCII - 1)
                && !lower.contains("ss")
                && !lower.contains("ae")
                && !lower.contains("oe");
    }

    private interface Body {
        @Nullable
        Object of(String text);
    }

    static void addTo(Connection connection, String suffix, boolean caseCounts, boolean accentsCount)
            throws SQLException {
        add(connection, "bob_order_" + suffix, text -> order(text, caseCounts, accentsCount));
        add(connection, "bob_same_" + suffix, text -> same(text, caseCounts, accentsCount));
    }

    /** Where in an index without regard to case the texts lie that count as the same as one; all texts when unknown. */
    static void addBounds(Connection connection) throws SQLException {
        add(connection, "bob_from", text -> isPlain(text) ? text.substring(0, TextOrder.end(text)) : "");
        add(
                connection,
                "bob_below",
                text -> isPlain(text)
                        ? text.substring(0, TextOrder.end(text)) + "!"
                        // Any text lies below a binary.
                        : new byte[1]);
    }

    private static void add(Connection connection, String name, Body body) throws SQLException {
        Function.create(
                connection,
                name,
                new Function() {
                    @Override
                    protected void xFunc() throws SQLException {
                        String text = value_text(0);
                        switch (text == null ? null : body.of(text)) {
                            case null -> result();
                            case byte[] bytes -> result(bytes);
                            case Object other -> result(other.toString());
                        }
                    }
                },
                1,
                Function.FLAG_DETERMINISTIC);
    }
}
