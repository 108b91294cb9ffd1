package dev.bobbin.emulator.finding;

/**
 * A stretch of a text. Lines and columns count from 1, columns in UTF-16 units; the end is the place behind the last
 * character. A line ends at a line feed, a carriage return, or both together.
 */
public record TextRange(int line, int column, int endLine, int endColumn) {

    /** The empty stretch at a place. */
    public static TextRange at(int line, int column) {
        return new TextRange(line, column, line, column);
    }

    /** The empty stretch at the end of this one. */
    public TextRange atEnd() {
        return at(endLine, endColumn);
    }

    /** From the beginning of this stretch to the end of another. */
    public TextRange to(TextRange last) {
        return new TextRange(line, column, last.endLine, last.endColumn);
    }

    /** Whole lines, from the beginning of the first to the beginning of the line behind the last. */
    public TextRange wholeLines() {
        return new TextRange(line, 1, endLine + 1, 1);
    }

    /** Whether this ends where the other begins, or before. */
    public boolean isBefore(TextRange other) {
        return endLine < other.line || (endLine == other.line && endColumn <= other.column);
    }
}
