package dev.bobbin.app.format;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.code.Token;
import dev.bobbin.emulator.signature.PythonKeywords;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A smallest part of Python text. A string is one, however many lines it has.
 *
 * @param gap whether blanks stand before it on its line
 */
record Lexeme(Kind kind, String text, boolean gap) {

    /** What it is. */
    enum Kind {
        WORD,
        KEYWORD,
        NUMBER,
        STRING,
        COMMENT,
        OPENING,
        CLOSING,
        OPERATOR,
        LINE_END
    }

    private static final Pattern PART = Pattern.compile(
            "\\n|[\\p{L}_][\\p{L}\\p{N}_]*|\\*\\*=|//=|>>=|<<=|\\.\\.\\.|->|:=|==|!=|<=|>=|[-+*/%&|^@]=|\\*\\*|//|<<|>>|\\\\\\n|\\S");

    boolean is(String wanted) {
        return text.equals(wanted);
    }

    /** Whether something is left of an operator that follows: if not, the operator has one side only. */
    boolean endsValue() {
        return switch (kind) {
            case WORD, NUMBER, STRING, CLOSING -> true;
            default -> text.equals("...");
        };
    }

    /** The lexemes of a text, in order; only blanks are between them. */
    static List<Lexeme> of(String text) {
        List<Lexeme> lexemes = new ArrayList<>();
        int at = 0;
        for (Token token : PythonLexer.tokens(text)) {
            Kind kind =
                    switch (token.kind()) {
                        case STRING -> Kind.STRING;
                        case COMMENT -> Kind.COMMENT;
                        case NUMBER -> Kind.NUMBER;
                        default -> null;
                    };
            if (kind != null) {
                split(text, at, token.start(), lexemes);
                lexemes.add(
                        new Lexeme(kind, text.substring(token.start(), token.end()), blankBefore(text, token.start())));
                at = token.end();
            }
        }
        split(text, at, text.length(), lexemes);
        return lexemes;
    }

    private static void split(String text, int from, int to, List<Lexeme> lexemes) {
        Matcher parts = PART.matcher(text).region(from, to);
        while (parts.find()) {
            String part = parts.group();
            lexemes.add(new Lexeme(kind(part), part, blankBefore(text, parts.start())));
        }
    }

    private static Kind kind(String part) {
        char first = part.charAt(0);
        if (first == '\n' || part.equals("\\\n")) {
            return Kind.LINE_END;
        }
        if (Character.isJavaIdentifierStart(first) && first != '$') {
            return PythonKeywords.isReserved(part) && !PythonKeywords.isValue(part) ? Kind.KEYWORD : Kind.WORD;
        }
        return switch (first) {
            case '(', '[', '{' -> Kind.OPENING;
            case ')', ']', '}' -> Kind.CLOSING;
            default -> Kind.OPERATOR;
        };
    }

    private static boolean blankBefore(String text, int at) {
        return at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t' || text.charAt(at - 1) == '\f');
    }
}
