package dev.bobbin.app.editor;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class LineIndex {

    private final int[] starts;

    private LineIndex(int[] starts) {
        this.starts = starts;
    }

    static LineIndex of(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return new LineIndex(Arrays.copyOf(starts, count));
    }

    /** Number of lines, at least one. */
    int count() {
        return starts.length;
    }

    /** Offset of the line's first character. @param line from 1 */
    int start(int line) {
        return starts[line - 1];
    }

    /** Offset after the line's last character that is no blank. @param line from 1 */
    int endOf(String text, int line) {
        int end = line == starts.length ? text.length() : starts[line] - 1;
        while (end > start(line) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Offset of the line's first character that is no blank. @param line from 1 */
    int firstInk(String text, int line) {
        int end = endOf(text, line);
        int at = start(line);
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The line an offset lies in, from 1. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
