package dev.bobbin.emulator.standin.sql.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The ways to write a text that differ in the case of letters beyond ASCII only. SQLite's own comparison ignores the case of a
 * to z; with each of these ways it finds what SQL Server takes for equal.
 */
final class CaseVariants {

    /** Beyond so many letters only the whole text in upper and in lower case are tried. */
    private static final int MOST_LETTERS = 8;

    private CaseVariants() {}

    static String of(String text) {
        String plain = text.stripTrailing();
        ArrayNode array = JsonFunctions.JSON.createArrayNode();
        variants(plain).forEach(array::add);
        return array.toString();
    }

    private static Set<String> variants(String text) {
        Set<String> variants = new LinkedHashSet<>(Set.of(text));
        long letters = text.chars().filter(CaseVariants::hasCase).count();
        if (letters > MOST_LETTERS) {
            variants.add(mapped(text, true));
            variants.add(mapped(text, false));
            return variants;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (hasCase(c)) {
                for (String each : Set.copyOf(variants)) {
                    variants.add(each.substring(0, i) + Character.toUpperCase(c) + each.substring(i + 1));
                    variants.add(each.substring(0, i) + Character.toLowerCase(c) + each.substring(i + 1));
                }
            }
        }
        return variants;
    }

    private static boolean hasCase(int c) {
        return c > 127 && Character.toUpperCase(c) != Character.toLowerCase(c);
    }

    private static String mapped(String text, boolean upper) {
        StringBuilder mapped = new StringBuilder();
        for (char c : text.toCharArray()) {
            mapped.append(!hasCase(c) ? c : upper ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return mapped.toString();
    }
}
