package dev.bobbin.app.find;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What is looked for. @param regex whether the words are a regular expression */
record Query(String words, boolean regex, boolean matchCase) {

    /** Whether the words can be looked for. */
    boolean isValid() {
        try {
            pattern();
            return true;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    /** @throws PatternSyntaxException when the words are no regular expression */
    Pattern pattern() {
        int flags = (regex ? Pattern.MULTILINE : Pattern.LITERAL)
                | (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Pattern.compile(words, flags);
    }

    /** How many groups a replacement can name. */
    int groups() {
        return pattern().matcher("").groupCount();
    }

    /** What is written in place of a match, as {@link Matcher#appendReplacement} reads it. */
    String replacement(String with) {
        return regex ? with : Matcher.quoteReplacement(with);
    }
}
