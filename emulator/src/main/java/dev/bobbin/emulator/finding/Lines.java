package dev.bobbin.emulator.finding;

import java.util.Arrays;

/** Where the lines of a text begin. A line ends at a line feed, a carriage return, or both together. */
final class Lines {

    private final int[] starts;
    private final int length;
    private final boolean carriageReturns;

    Lines(String text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
        this.length = text.length();
        this.carriageReturns = text.contains("\r\n");
    }

    /** Whether lines end in a carriage return and a line feed. */
    boolean carriageReturns() {
        return carriageReturns;
    }

    /** Offset of a place; the end of the text for places behind it. */
    int offset(int line, int column) {
        if (line > starts.length) {
            return length;
        }
        return Math.min(starts[Math.max(line, 1) - 1] + Math.max(column, 1) - 1, length);
    }

    TextRange range(int start, int end) {
        int first = row(start);
        int last = row(end);
        return new TextRange(first + 1, start - starts[first] + 1, last + 1, end - starts[last] + 1);
    }

    private int row(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }
}
