package dev.bobbin.emulator.standin.documents.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The tokens of a query, taken from left to right. */
final class Tokens {

    /** Words that are never names, not even behind a dot. */
    private static final Set<String> KEYWORDS = Set.of(
            "AND",
            "AS",
            "ASC",
            "BETWEEN",
            "BY",
            "DESC",
            "DISTINCT",
            "ESCAPE",
            "EXISTS",
            "FALSE",
            "FROM",
            "GROUP",
            "IN",
            "JOIN",
            "LIKE",
            "LIMIT",
            "NOT",
            "NULL",
            "OFFSET",
            "OR",
            "ORDER",
            "SELECT",
            "TOP",
            "TRUE",
            "UDF",
            "UNDEFINED",
            "VALUE",
            "WHERE");

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

    /** A name that is no keyword. A property with the name of a keyword is written {@code c["order"]}. */
    String expectName() {
        Token token = peek();
        if (token.kind() != Token.Kind.NAME || isKeyword(token)) {
            throw QueryError.syntax(token);
        }
        return take().text();
    }

    static boolean isKeyword(Token token) {
        return KEYWORDS.contains(token.text().toUpperCase(Locale.ROOT));
    }
}
