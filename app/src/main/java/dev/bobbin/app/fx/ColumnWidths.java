package dev.bobbin.app.fx;

import java.util.stream.IntStream;

/** How wide columns of values are: as wide as what they hold, within bounds. Nothing is laid out to know it. */
public final class ColumnWidths {

    /** Enough rows to see what is usual, few enough to cost nothing. */
    private static final int ROWS_MEASURED = 30;

    private static final double LEAST = 72;
    private static final double MOST = 360;

    /** What stands beside the words of a cell, in pixels. */
    private static final double PADDING = 20;

    private static final double NARROW = 4.9;
    private static final double USUAL = 7.6;
    private static final double DIGIT = 8.1;
    private static final double CAPITAL = 8.9;
    private static final double WIDE = 11.7;
    private static final double FULL = 13.5;

    /** From here on letters fill a square: those of Chinese, Japanese and Korean. */
    private static final int FIRST_FULL = 0x2E80;

    private ColumnWidths() {}

    /** The width of a column, in pixels. @param words the width of its widest words */
    public static double fitting(double words) {
        return Math.clamp(words + PADDING, LEAST, MOST);
    }

    /** About how wide a text is in a cell, in pixels; never wider than a column can be. */
    public static double of(String text) {
        double width = 0;
        for (int i = 0; i < text.length() && width < MOST; i++) {
            width += of(text.charAt(i));
        }
        return width;
    }

    private static double of(char letter) {
        if (letter >= FIRST_FULL) {
            return FULL;
        }
        if ("fijlrtI.,:;'|!()[] -".indexOf(letter) >= 0) {
            return NARROW;
        }
        if ("mwMW@%".indexOf(letter) >= 0) {
            return WIDE;
        }
        return Character.isDigit(letter) ? DIGIT : Character.isUpperCase(letter) ? CAPITAL : USUAL;
    }

    /** Which of so many rows tell how wide columns shall be: the first ones, which are seen at once, and some up to the last. */
    public static IntStream rowsOf(int rows) {
        int first = Math.min(rows, ROWS_MEASURED / 2);
        int others = Math.min(rows - first, ROWS_MEASURED - first);
        return IntStream.concat(
                IntStream.range(0, first), IntStream.rangeClosed(1, others).map(i ->
                        (int) (first - 1 + (long) (rows - first) * i / others)));
    }
}
