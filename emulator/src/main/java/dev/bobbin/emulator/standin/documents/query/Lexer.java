package dev.bobbin.emulator.standin.documents.query;

import java.util.ArrayList;
import java.util.List;

/** Cuts a query into tokens. Leaves out white space and comments ({@code -- to the end of the line}). */
final class Lexer {

    /** Longer ones first. */
    private static final List<String> SYMBOLS = List.of(
            ">>>", "<<", ">>", "<=", ">=", "!=", "<>", "??", "||", "(", ")", "[", "]", "{", "}", ",", ".", ":", "?",
            "=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "~");

    private final String text;
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    /** @throws QueryError for a character that begins no token, and a text without its end */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        List<Token> tokens = new ArrayList<>();
        do {
            lexer.skipBlanks();
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Token.Kind.END);
        return tokens;
    }

    private void skipBlanks() {
        while (position < text.length()) {
            if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else if (text.startsWith("--", position)) {
                int line = text.indexOf('\n', position);
                position = line < 0 ? text.length() : line;
            } else {
                return;
            }
        }
    }

    private Token next() {
        if (position == text.length()) {
            return token(Token.Kind.END, position, "");
        }
        int start = position;
        char c = text.charAt(start);
        if (c == '"' || c == '\'') {
            return quoted(c);
        }
        if (c == '@') {
            position++;
            takeName();
            return token(Token.Kind.PARAMETER, start, text.substring(start, position));
        }
        if (isNameStart(c)) {
            takeName();
            return token(Token.Kind.NAME, start, text.substring(start, position));
        }
        boolean fraction = c == '.' && start + 1 < text.length() && isDigit(text.charAt(start + 1));
        if (isDigit(c) || fraction) {
            return number();
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, start)) {
                position += symbol.length();
                return token(Token.Kind.SYMBOL, start, symbol);
            }
        }
        throw QueryError.syntax(new Token(Token.Kind.SYMBOL, String.valueOf(c), start, start + 1));
    }

    private void takeName() {
        while (position < text.length() && isNamePart(text.charAt(position))) {
            position++;
        }
    }

    private Token number() {
        int start = position;
        if (text.startsWith("0x", start) || text.startsWith("0X", start)) {
            position += 2;
            while (position < text.length() && Character.digit(text.charAt(position), 16) >= 0) {
                position++;
            }
            return token(Token.Kind.NUMBER, start, text.substring(start, position));
        }
        digits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            digits();
        }
        if (position < text.length() && (text.charAt(position) | 0x20) == 'e') {
            position++;
            if (position < text.length() && (text.charAt(position) == '+' || text.charAt(position) == '-')) {
                position++;
            }
            digits();
        }
        return token(Token.Kind.NUMBER, start, text.substring(start, position));
    }

    private void digits() {
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private Token quoted(char quote) {
        int start = position++;
        StringBuilder content = new StringBuilder();
        while (position < text.length()) {
            char c = text.charAt(position++);
            if (c == quote) {
                return token(Token.Kind.STRING, start, content.toString());
            }
            content.append(c == '\\' ? escaped(start) : c);
        }
        throw QueryError.syntax(new Token(Token.Kind.STRING, text.substring(start), start, position));
    }

    private char escaped(int start) {
        if (position == text.length()) {
            throw QueryError.syntax(new Token(Token.Kind.STRING, text.substring(start), start, position));
        }
        char c = text.charAt(position++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(start);
            default -> c;
        };
    }

    private char unicode(int start) {
        try {
            char c = (char) Integer.parseInt(text.substring(position, position + 4), 16);
            position += 4;
            return c;
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw QueryError.syntax(new Token(Token.Kind.STRING, "\\u", start, position));
        }
    }

    private Token token(Token.Kind kind, int start, String content) {
        return new Token(kind, content, start, position);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
