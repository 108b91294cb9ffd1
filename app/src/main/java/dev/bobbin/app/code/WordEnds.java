package dev.bobbin.app.code;

/**
 * Where words of code begin and end: a name or a number is one, and so is a row of signs or of blanks. A line break is
 * one by itself.
 */
final class WordEnds {

    private enum Kind {
        NAME,
        SIGN,
        BLANK,
        LINE_BREAK
    }

    private WordEnds() {}

    /** The end of the word that begins or goes on at an offset; the offset itself at the end of the text. */
    static int after(String text, int offset) {
        if (offset >= text.length()) {
            return text.length();
        }
        Kind kind = kind(text.charAt(offset));
        int end = offset + 1;
        while (kind != Kind.LINE_BREAK && end < text.length() && kind(text.charAt(end)) == kind) {
            end++;
        }
        return end;
    }

    /** The beginning of the word that ends or goes on at an offset; the offset itself at the beginning of the text. */
    static int before(String text, int offset) {
        if (offset <= 0) {
            return 0;
        }
        Kind kind = kind(text.charAt(offset - 1));
        int start = offset - 1;
        while (kind != Kind.LINE_BREAK && start > 0 && kind(text.charAt(start - 1)) == kind) {
            start--;
        }
        return start;
    }

    /** The beginning of the word an offset is in, or at the end of which it is. */
    static int startOf(String text, int offset) {
        return belongsToNext(text, offset) ? offset : before(text, offset);
    }

    /** The end of the word an offset is in, or at the end of which it is. */
    static int endOf(String text, int offset) {
        boolean within =
                offset > 0 && offset < text.length() && kind(text.charAt(offset - 1)) == kind(text.charAt(offset));
        return within || belongsToNext(text, offset) ? after(text, offset) : offset;
    }

    /** Whether the offset is at the beginning of a word that takes it more than the one it ends: names come first. */
    private static boolean belongsToNext(String text, int offset) {
        if (offset >= text.length() || kind(text.charAt(offset)) == Kind.LINE_BREAK) {
            return false;
        }
        if (offset == 0) {
            return true;
        }
        Kind before = kind(text.charAt(offset - 1));
        Kind next = kind(text.charAt(offset));
        return before == Kind.LINE_BREAK || next.compareTo(before) < 0;
    }

    private static Kind kind(char c) {
        if (c == '\n') {
            return Kind.LINE_BREAK;
        }
        if (Character.isWhitespace(c)) {
            return Kind.BLANK;
        }
        // Halves of a pair are letters or signs outside the basic plane: never to be parted.
        return Character.isJavaIdentifierPart(c) || Character.isSurrogate(c) ? Kind.NAME : Kind.SIGN;
    }
}
