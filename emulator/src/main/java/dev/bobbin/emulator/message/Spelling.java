package dev.bobbin.emulator.message;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells which name a misspelt one likely means. */
public final class Spelling {

    /** Up to this length one slip makes another name of it, not a misspelt one. */
    private static final int SHORT = 3;

    /** Up to this length a name has one slip, beyond it two. */
    private static final int MIDDLING = 6;

    private Spelling() {}

    /**
     * The name that is meant: one that differs in capital letters, blanks and signs only, else the one and only that differs
     * by a slip or two; empty when there is none, or several as likely.
     */
    public static Optional<String> meant(String written, Collection<String> names) {
        List<String> alike =
                names.stream().filter(name -> isSame(name, written)).distinct().toList();
        List<String> found = alike.isEmpty()
                ? names.stream()
                        .filter(name -> isSlip(bare(written), bare(name)))
                        .distinct()
                        .toList()
                : alike;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Whether two names differ in capital letters, blanks and signs only, if at all. */
    public static boolean isSame(String one, String other) {
        return !bare(one).isEmpty() && bare(one).equals(bare(other));
    }

    /** Letters and digits, small. */
    private static String bare(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isSlip(String written, String name) {
        int length = Math.min(written.length(), name.length());
        int allowed = length <= SHORT ? 0 : length <= MIDDLING ? 1 : 2;
        return Math.abs(written.length() - name.length()) <= allowed && slips(written, name) <= allowed;
    }

    /** Letters that are missing, one too many, or others, and neighbours that have changed places: the fewest. */
    private static int slips(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
