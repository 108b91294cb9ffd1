package dev.bobbin.emulator.share;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds many texts within another at once, in a time that does not grow with how many they are: where four characters
 * begin one of them, the lengths that those have are looked up.
 */
final class Spellings {

    /** The shortest text that is looked for. */
    static final int SHORTEST = 4;

    /** Kinds of four characters that are told apart without looking them up. */
    private static final int KINDS = 1 << 16;

    private static final int[] NONE = {};

    private final Set<String> texts = new HashSet<>();
    private final Map<Long, int[]> lengths = new HashMap<>();
    private final boolean[] beginnings = new boolean[KINDS];
    private final boolean[] middles = new boolean[KINDS];

    /** A place where one of them stands. */
    @FunctionalInterface
    interface Place {
        void from(int start, int end);
    }

    /** Adds a text of at least {@link #SHORTEST} characters. */
    void add(String text) {
        if (!texts.add(text)) {
            return;
        }
        long key = fourAt(text, 0);
        beginnings[kind(key)] = true;
        middles[kind(fourAt(text, middle(text.length())))] = true;
        int[] known = lengths.getOrDefault(key, NONE);
        if (Arrays.stream(known).noneMatch(length -> length == text.length())) {
            int[] more = Arrays.copyOf(known, known.length + 1);
            more[known.length] = text.length();
            lengths.put(key, more);
        }
    }

    /** Tells every place, also of texts that lie within or across each other. */
    void find(String text, Place place) {
        long key = 0;
        for (int i = 0; i < text.length(); i++) {
            key = (key << Character.SIZE) | text.charAt(i);
            int start = i + 1 - SHORTEST;
            if (start < 0 || !beginnings[kind(key)]) {
                continue;
            }
            for (int length : lengths.getOrDefault(key, NONE)) {
                if (stands(text, start, length)) {
                    place.from(start, start + length);
                }
            }
        }
    }

    /** The middle first: many secrets begin and end alike, such as keys with their rows of dashes. */
    private boolean stands(String text, int start, int length) {
        return start + length <= text.length()
                && middles[kind(fourAt(text, start + middle(length)))]
                && texts.contains(text.substring(start, start + length));
    }

    private static int middle(int length) {
        return (length - SHORTEST) / 2;
    }

    private static long fourAt(String text, int at) {
        long four = 0;
        for (int i = at; i < at + SHORTEST; i++) {
            four = (four << Character.SIZE) | text.charAt(i);
        }
        return four;
    }

    private static int kind(long four) {
        return (int) ((four * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - Character.SIZE));
    }
}
