package dev.bobbin.app.editor;

import dev.bobbin.app.code.Token;
import dev.bobbin.app.suggest.SqlPlace;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the SQL statement in a string of the script that the caret is in. */
final class SqlString {

    private static final Pattern STATEMENT = Pattern.compile(
            "(?is)(?:\\s++|--[^\\n]*\\n)*+(?:select|insert|update|delete|merge|with|exec|execute|create|alter|drop|truncate|declare|if|begin)\\b");
    private static final Pattern EXECUTED = Pattern.compile("(?s).*\\.execute(?:many)?\\(\\s*$");

    private SqlString() {}

    /** The statement at a place; empty when there is none. */
    static Optional<SqlPlace> at(Surroundings place) {
        return place.tokens().stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .filter(token -> token.start() < place.caret() && place.caret() <= token.end())
                .findFirst()
                .flatMap(token -> of(token, place));
    }

    private static Optional<SqlPlace> of(Token token, Surroundings place) {
        String text = place.text();
        int quote = token.start();
        while (text.charAt(quote) != '"' && text.charAt(quote) != '\'') {
            quote++;
        }
        String mark = text.substring(quote, quote + 1);
        String quotes = text.startsWith(mark.repeat(3), quote) ? mark.repeat(3) : mark;
        int from = Math.min(quote + quotes.length(), token.end());
        boolean closed =
                token.end() - from >= quotes.length() && text.startsWith(quotes, token.end() - quotes.length());
        int to = closed ? token.end() - quotes.length() : token.end();
        if (place.caret() < from || place.caret() > to) {
            return Optional.empty();
        }
        String statement = text.substring(from, to);
        boolean executed = EXECUTED.matcher(text.substring(Math.max(0, token.start() - 40), token.start()))
                .matches();
        return executed || STATEMENT.matcher(statement).lookingAt()
                ? Optional.of(new SqlPlace(
                        statement,
                        place.caret() - from,
                        place.caret() - Math.max(from, place.wordStart()),
                        place.tablesHere()))
                : Optional.empty();
    }
}
