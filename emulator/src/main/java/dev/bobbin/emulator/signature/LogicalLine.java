package dev.bobbin.emulator.signature;

import org.jspecify.annotations.Nullable;

/**
 * A statement line as Python's reference defines it: physical lines joined by brackets, strings or a backslash.
 *
 * @param line number of its first physical line in the text, from 1
 * @param indent width of its indentation in characters
 * @param start offset of its first physical line
 * @param end offset behind its last character, without the line feed
 * @param firstWord its leading keyword or name; {@code @} for a decorator; empty for anything else
 * @param colon whether it has a colon outside brackets and strings
 * @param problem what is wrong with its brackets and quotes; null when nothing is
 */
record LogicalLine(
        int line,
        int indent,
        int start,
        int end,
        String firstWord,
        boolean colon,
        @Nullable Problem problem) {

    /** A bracket or quote without its partner. @param offset of that character in the text */
    record Problem(Kind kind, char character, int offset) {}

    enum Kind {
        UNCLOSED_BRACKET,
        STRAY_BRACKET,
        UNCLOSED_STRING
    }

    boolean topLevel() {
        return indent == 0;
    }

    /** Whether the line opens a block, so that it must have a colon. */
    boolean opensBlock() {
        return switch (firstWord) {
            case "def", "class", "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "async" ->
                true;
            default -> false;
        };
    }

    /** Whether the line carries on the statement above it. */
    boolean continuesStatement() {
        return switch (firstWord) {
            case "elif", "else", "except", "finally" -> true;
            default -> false;
        };
    }

    boolean isDef() {
        return firstWord.equals("def") || firstWord.equals("async");
    }
}
