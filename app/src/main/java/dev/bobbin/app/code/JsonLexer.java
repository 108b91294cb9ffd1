package dev.bobbin.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what to colour in JSON text; any text will do. */
public final class JsonLexer {

    // Possessive, so that a long string needs no stack.
    private static final Pattern TOKEN =
            Pattern.compile("(?<string>\"(?:[^\"\\\\\\n]|\\\\.)*+\")(?<colon>\\s*+:)?|(?<number>-?\\d[\\d.eE+-]*+)"
                    + "|(?<word>\\b(?:true|false|null|NaN|Infinity)\\b)");

    private JsonLexer() {}

    /** The tokens of a text, in order, never overlapping. Names of members are told from other strings. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group("string") != null) {
                Token.Kind kind = matcher.group("colon") == null ? Token.Kind.STRING : Token.Kind.NAME;
                tokens.add(new Token(kind, matcher.start("string"), matcher.end("string")));
            } else {
                Token.Kind kind = matcher.group("number") == null ? Token.Kind.KEYWORD : Token.Kind.NUMBER;
                tokens.add(new Token(kind, matcher.start(), matcher.end()));
            }
        }
        return tokens;
    }
}
