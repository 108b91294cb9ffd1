package dev.bobbin.app.format;

import dev.bobbin.app.format.Lexeme.Kind;
import dev.bobbin.emulator.signature.PythonKeywords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says how many blanks belong between two parts of a line. Source: PEP 8, "Whitespace in Expressions and Statements". Where
 * PEP 8 leaves a choice, such as around operators of high priority, the choice made in the text is kept.
 */
final class Gaps {

    private static final Set<String> TWO_SIDED = Set.of(
            "==", "!=", "<=", ">=", "<", ">", "->", ":=", "+=", "-=", "*=", "/=", "//=", "%=", "**=", "&=", "|=", "^=",
            ">>=", "<<=", "@=");
    private static final Set<String> ARITHMETIC =
            Set.of("+", "-", "*", "/", "//", "%", "@", "&", "|", "^", "<<", ">>", "**");

    /** An open bracket, and whether the part since its last comma has an annotation. */
    private static final class Bracket {

        private final String sign;
        private boolean annotated;

        Bracket(String sign) {
            this.sign = sign;
        }
    }

    private final Deque<Bracket> open = new ArrayDeque<>();
    private int lambdas;
    private boolean first = true;
    private @Nullable Lexeme previous;
    private boolean oneSided;

    /** How deep in brackets the next part is. */
    int depth() {
        return open.size();
    }

    /** A new line begins. */
    void newLine() {
        previous = null;
        oneSided = false;
        first = true;
        if (open.isEmpty()) {
            lambdas = 0;
        }
    }

    /** The blanks before the next part of the line. @param after the part behind it, which may be a line's end */
    int before(Lexeme next, @Nullable Lexeme after) {
        int gap = previous == null ? 0 : between(previous, next, after);
        follow(next);
        return gap;
    }

    private int between(Lexeme left, Lexeme right, @Nullable Lexeme after) {
        if (right.kind() == Kind.COMMENT) {
            return 2;
        }
        if (left.kind() == Kind.OPENING || right.kind() == Kind.CLOSING || oneSided) {
            return 0;
        }
        if (right.is(",") || right.is(";")) {
            return 0;
        }
        if (left.is(",") || left.is(";")) {
            return 1;
        }
        if (left.is(":") || right.is(":")) {
            return colon(left, right);
        }
        if (left.is("=") || right.is("=")) {
            return keyword() ? 0 : 1;
        }
        if (TWO_SIDED.contains(left.text()) || TWO_SIDED.contains(right.text())) {
            return 1;
        }
        if (ARITHMETIC.contains(right.text()) && left.endsValue()) {
            return right.gap() || (after != null && after.gap()) ? 1 : 0;
        }
        if (ARITHMETIC.contains(left.text())) {
            // The blank before the operator has decided.
            return left.gap() || right.gap() ? 1 : 0;
        }
        return words(left, right);
    }

    private int words(Lexeme left, Lexeme right) {
        boolean opening = right.is("(") || right.is("[");
        if (opening && left.endsValue() && !softKeyword(left)) {
            return 0;
        }
        boolean dotted = left.is(".") || right.is(".");
        boolean keywords = left.kind() == Kind.KEYWORD || right.kind() == Kind.KEYWORD;
        if (keywords && !dotted) {
            return 1;
        }
        return right.gap() ? 1 : 0;
    }

    /** {@code match (x)} is a statement where {@code match(x)} may be a call: the text tells them apart. */
    private boolean softKeyword(Lexeme left) {
        return first && PythonKeywords.SOMETIMES.contains(left.text());
    }

    /** In a slice the text's choice is kept; else a colon stands close to what it follows. */
    private int colon(Lexeme left, Lexeme right) {
        Bracket bracket = open.peek();
        if (bracket != null && bracket.sign.equals("[") && lambdas == 0) {
            return right.gap() ? 1 : 0;
        }
        return right.is(":") ? 0 : 1;
    }

    /** Whether an equals sign here gives an argument or a default that has no annotation. */
    private boolean keyword() {
        Bracket bracket = open.peek();
        return lambdas > 0 || (bracket != null && !bracket.annotated);
    }

    private void follow(Lexeme next) {
        oneSided = ARITHMETIC.contains(next.text()) && (previous == null || !previous.endsValue());
        first = previous == null;
        previous = next;
        if (next.kind() == Kind.OPENING) {
            open.push(new Bracket(next.text()));
        } else if (next.kind() == Kind.CLOSING && !open.isEmpty()) {
            open.pop();
        } else if (next.is("lambda")) {
            lambdas++;
        } else if (next.is(":") && lambdas > 0) {
            lambdas--;
        } else if (!open.isEmpty()) {
            if (next.is(":")) {
                open.peek().annotated = true;
            } else if (next.is(",")) {
                open.peek().annotated = false;
            }
        }
    }
}
