package dev.bobbin.emulator.standin.documents.query;

import java.util.List;

/** The tokens of a query, taken from left to right. */
final class Tokens {

    private final List<Token> tokens;
    private int position;

    Tokens(String text) {
        tokens = Lexer.tokens(text);
    }

    Token peek() {
        return tokens.get(position);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (position < tokens.size() - 1) {
            position++;
        }
        return token;
    }

    boolean isWord(String keyword) {
        return peek().isWord(keyword);
    }

    boolean isSymbol(String symbol) {
        return peek().isSymbol(symbol);
    }

    /** Takes the keyword when it is next. */
    boolean takeWord(String keyword) {
        boolean found = isWord(keyword);
        if (found) {
            take();
        }
        return found;
    }

    /** Takes the symbol when it is next. */
    boolean takeSymbol(String symbol) {
        boolean found = isSymbol(symbol);
        if (found) {
            take();
        }
        return found;
    }

    void expectWord(String keyword) {
        if (!takeWord(keyword)) {
            throw QueryError.syntax(peek());
        }
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw QueryError.syntax(peek());
        }
    }

    String expectName() {
        if (peek().kind() != Token.Kind.NAME) {
            throw QueryError.syntax(peek());
        }
        return take().text();
    }
}
