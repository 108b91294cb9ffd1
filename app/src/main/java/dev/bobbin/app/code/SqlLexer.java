package dev.bobbin.app.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what to colour in T-SQL and in Cosmos DB's dialect; any text will do. */
public final class SqlLexer {

    // Possessive, so that a long string needs no stack.
    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?)|(?<string>N?'(?:[^']|'')*+'?|\"[^\"\\n]*+\"?)"
                    + "|(?<bracket>\\[[^\\]\\n]*+\\]?)|(?<number>\\b\\d[\\d.]*+(?:[eE][+-]?\\d++)?)|(?<word>[@#]?[\\p{L}_][\\p{L}\\p{N}_]*+)");

    private static final Set<String> KEYWORDS = Set.of(
            ("add all alter and any as asc begin between break by case cast catch check close commit constraint continue"
                            + " convert create cross cursor database deallocate declare default delete desc distinct drop else"
                            + " end except exec execute exists fetch for foreign from full function go group having identity if"
                            + " in index inner insert intersect into is join key left like merge next not null of off offset on"
                            + " only open or order outer over partition pivot primary print proc procedure raiserror references"
                            + " return returns right rollback row rows schema select set table then throw top tran transaction"
                            + " truncate try union unique unpivot update use using value values view when where while with")
                    .split(" "));

    private SqlLexer() {}

    /** The tokens of a text, in order, never overlapping. */
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            if (matcher.group("comment") != null) {
                add(tokens, Token.Kind.COMMENT, matcher);
            } else if (matcher.group("string") != null) {
                add(tokens, Token.Kind.STRING, matcher);
            } else if (matcher.group("number") != null) {
                add(tokens, Token.Kind.NUMBER, matcher);
            } else if (matcher.group("word") != null) {
                word(tokens, matcher);
            }
        }
        return tokens;
    }

    private static void word(List<Token> tokens, Matcher matcher) {
        String word = matcher.group("word");
        if (KEYWORDS.contains(word.toLowerCase(Locale.ROOT))) {
            add(tokens, Token.Kind.KEYWORD, matcher);
        } else if (word.startsWith("@")) {
            add(tokens, Token.Kind.NAME, matcher);
        }
    }

    private static void add(List<Token> tokens, Token.Kind kind, Matcher matcher) {
        tokens.add(new Token(kind, matcher.start(), matcher.end()));
    }
}
