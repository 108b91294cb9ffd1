package dev.bobbin.emulator.finding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of one stretch of a file.
 *
 * @param file relative to the item folder
 * @param replacement what stands there afterwards; its lines end in a line feed and take the line ends of the file
 */
public record TextEdit(Path file, TextRange range, String replacement) {

    /** The edit that turns a text into another: what is the same at both ends stays untouched. */
    public static TextEdit between(Path file, String before, String after) {
        int same = 0;
        int most = Math.min(before.length(), after.length());
        while (same < most && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < most - same
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        // Never between the two halves of a line end or of a character.
        while (same > 0 && splits(before, same)) {
            same--;
        }
        while (tail > 0 && splits(before, before.length() - tail)) {
            tail--;
        }
        Lines lines = new Lines(before);
        TextRange range = lines.range(same, before.length() - tail);
        return new TextEdit(
                file, range, after.substring(same, after.length() - tail).replace("\r\n", "\n"));
    }

    private static boolean splits(String text, int offset) {
        return offset < text.length()
                && offset > 0
                && ((text.charAt(offset - 1) == '\r' && text.charAt(offset) == '\n')
                        || Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset)));
    }

    /**
     * A text with these edits made; those of other files must not be among them.
     *
     * @throws IllegalArgumentException when two edits overlap
     */
    public static String apply(String text, List<TextEdit> edits) {
        Lines lines = new Lines(text);
        List<TextEdit> inOrder = new ArrayList<>(edits);
        inOrder.sort(Comparator.comparingInt((TextEdit edit) -> edit.range.line())
                .thenComparingInt(edit -> edit.range.column()));
        StringBuilder changed = new StringBuilder();
        int at = 0;
        for (TextEdit edit : inOrder) {
            int start = lines.offset(edit.range.line(), edit.range.column());
            int end = lines.offset(edit.range.endLine(), edit.range.endColumn());
            if (start < at || end < start) {
                throw new IllegalArgumentException("edits overlap at line " + edit.range.line());
            }
            changed.append(text, at, start)
                    .append(lines.carriageReturns() ? edit.replacement.replace("\n", "\r\n") : edit.replacement);
            at = end;
        }
        return changed.append(text, at, text.length()).toString();
    }
}
