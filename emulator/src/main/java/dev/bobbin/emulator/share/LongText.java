package dev.bobbin.emulator.share;

import java.util.function.UnaryOperator;

/**
 * Masks a long text in parts, so that it takes little more memory than its own. Parts end with a line, where masking what
 * is around apart comes to the same as masking it together: not within a key, a quoted text or lines of Base64.
 *
 * @param mask of a text
 * @param part characters that are masked at a time, about
 * @param around characters on either side of an end that are looked at; a secret over several lines has no more
 */
record LongText(UnaryOperator<String> mask, int part, int around) {

    /** Ends that are tried. Where none of them will do, the rest of the text is one part. */
    private static final int MOST_TRIES = 50;

    /** How many tries an end is moved on by as many characters as are looked at. */
    private static final int STEPS = 32;

    String masked(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int end = end(text, from);
            masked.append(mask.apply(text.substring(from, end)));
            from = end;
        }
        return masked.toString();
    }

    private int end(String text, int from) {
        int end = lineEnd(text, from + part);
        for (int tries = 0; tries < MOST_TRIES && end < text.length(); tries++) {
            if (isSound(text, from, end)) {
                return end;
            }
            end = lineEnd(text, end + around / STEPS);
        }
        return text.length();
    }

    private boolean isSound(String text, int from, int end) {
        String before = text.substring(lineStart(text, from, end - around), end);
        String behind = text.substring(end, lineEnd(text, end + around));
        return mask.apply(before + behind).equals(mask.apply(before) + mask.apply(behind));
    }

    private static int lineStart(String text, int from, int at) {
        return Math.max(from, text.lastIndexOf('\n', at) + 1);
    }

    /** Behind the line feed at that place or after it. */
    private static int lineEnd(String text, int at) {
        int line = text.indexOf('\n', Math.min(text.length(), at));
        return line < 0 ? text.length() : line + 1;
    }
}
