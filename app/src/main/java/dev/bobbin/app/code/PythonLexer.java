package dev.bobbin.app.code;

import dev.bobbin.emulator.signature.PythonKeywords;
import java.util.ArrayList;
import java.util.List;

/** Finds what to colour in Python source text, in one pass; any text will do, however broken. */
public final class PythonLexer {

    private static final String SELF = "self";
    private static final String PREFIX_LETTERS = "rRbBuUfFtT";
    private static final int LONGEST_PREFIX = 2;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean lineStart = true;
    private boolean naming;

    private PythonLexer(String text) {
        this.text = text;
    }

    /** The tokens of a text, in order, never overlapping. */
    public static List<Token> tokens(String text) {
        PythonLexer lexer = new PythonLexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                lineStart = true;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                step(c);
                lineStart = false;
            }
        }
    }

    private void step(char c) {
        if (c == '#') {
            add(Token.Kind.COMMENT, lineEnd());
        } else if (c == '"' || c == '\'') {
            add(Token.Kind.STRING, stringEnd(at, false));
        } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(peek(1)))) {
            add(Token.Kind.NUMBER, numberEnd());
        } else if (c == '@' && lineStart) {
            add(Token.Kind.DECORATOR, dottedEnd(at + 1));
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else {
            at++;
        }
    }

    private void word() {
        int end = wordEnd(at);
        String word = text.substring(at, end);
        if (end < text.length() && isQuote(text.charAt(end)) && isPrefix(word)) {
            boolean raw = word.indexOf('r') >= 0 || word.indexOf('R') >= 0;
            add(Token.Kind.STRING, stringEnd(end, raw));
        } else if (naming) {
            add(Token.Kind.NAME, end);
            naming = false;
        } else if (PythonKeywords.isReserved(word)) {
            naming = word.equals("def") || word.equals("class");
            add(Token.Kind.KEYWORD, end);
        } else if ((PythonBuiltins.contains(word) || word.equals(SELF)) && (at == 0 || text.charAt(at - 1) != '.')) {
            add(Token.Kind.BUILTIN, end);
        } else {
            at = end;
        }
    }

    private void add(Token.Kind kind, int end) {
        tokens.add(new Token(kind, at, end));
        at = end;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isPrefix(String word) {
        return word.length() <= LONGEST_PREFIX && word.chars().allMatch(c -> PREFIX_LETTERS.indexOf(c) >= 0);
    }

    /** End of the string whose quote is at that offset; one that is not closed ends with its line, or with the text. */
    private int stringEnd(int quote, boolean raw) {
        char mark = text.charAt(quote);
        String triple = String.valueOf(mark).repeat(3);
        boolean isTriple = text.startsWith(triple, quote);
        int i = quote + (isTriple ? 3 : 1);
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\' && (!raw || i + 1 < text.length())) {
                i += 2;
            } else if (isTriple ? text.startsWith(triple, i) : c == mark) {
                return i + (isTriple ? 3 : 1);
            } else if (c == '\n' && !isTriple) {
                return i;
            } else {
                i++;
            }
        }
        return text.length();
    }

    private int numberEnd() {
        int i = at;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean signOfExponent = (c == '+' || c == '-')
                    && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E')
                    && !text.startsWith("0x", at);
            if (!Character.isLetterOrDigit(c) && c != '.' && c != '_' && !(i > at && signOfExponent)) {
                break;
            }
            i++;
        }
        return i;
    }

    private int dottedEnd(int from) {
        int i = from;
        while (i < text.length() && (Character.isJavaIdentifierPart(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        return i;
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
