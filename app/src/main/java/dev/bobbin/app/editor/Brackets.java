package dev.bobbin.app.editor;

import dev.bobbin.app.code.Token;
import java.util.List;
import java.util.Optional;

/** Finds the bracket that belongs to another, leaving out those in strings and comments. */
final class Brackets {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /** Most characters looked through, so that a caret movement never takes long. */
    private static final int FARTHEST = 50_000;

    /** Offsets of two brackets that belong together; the second is -1 when the first has no partner. */
    record Pair(int bracket, int partner) {}

    private Brackets() {}

    /** The bracket before or after the caret, and its partner; empty when there is none beside it. */
    static Optional<Pair> beside(String text, int caret, List<Token> tokens) {
        for (int at : new int[] {caret - 1, caret}) {
            boolean bracket = at >= 0 && at < text.length() && isBracket(text.charAt(at));
            if (bracket && !inText(at, tokens)) {
                return Optional.of(new Pair(at, partner(text, at, tokens)));
            }
        }
        return Optional.empty();
    }

    private static int partner(String text, int at, List<Token> tokens) {
        int step = OPENING.indexOf(text.charAt(at)) >= 0 ? 1 : -1;
        int depth = 0;
        for (int i = at; i >= 0 && i < text.length() && Math.abs(i - at) < FARTHEST; i += step) {
            char c = text.charAt(i);
            if (!isBracket(c) || inText(i, tokens)) {
                continue;
            }
            depth += (OPENING.indexOf(c) >= 0 ? 1 : -1) * step;
            if (depth == 0) {
                return kind(c) == kind(text.charAt(at)) ? i : -1;
            }
        }
        return -1;
    }

    private static boolean isBracket(char c) {
        return OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0;
    }

    private static int kind(char c) {
        return Math.max(OPENING.indexOf(c), CLOSING.indexOf(c));
    }

    /** Whether the offset lies in a string or a comment. */
    static boolean inText(int offset, List<Token> tokens) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Token token = tokens.get(middle);
            if (offset < token.start()) {
                high = middle - 1;
            } else if (offset >= token.end()) {
                low = middle + 1;
            } else {
                return token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.COMMENT;
            }
        }
        return false;
    }
}
