package dev.bobbin.app.find;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What is looked for. @param regex whether the words are a regular expression */
record Query(String words, boolean regex, boolean matchCase) {

    /** Whether the words can be looked for. */
    boolean isValid() {
        return fault().isEmpty();
    }

    /** Why the words are no regular expression, in plain words; empty when they are one. */
    Optional<String> fault() {
        try {
            pattern();
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(words(e));
        }
    }

    /** What Java says is for programmers, and in English. */
    private static String words(PatternSyntaxException e) {
        String said = e.getDescription();
        if (said.startsWith("Unclosed group")) {
            return text("find.badRegex.group");
        }
        if (said.startsWith("Unclosed character class")) {
            return text("find.badRegex.class");
        }
        if (said.startsWith("Unmatched closing")) {
            return text("find.badRegex.closing");
        }
        if (said.startsWith("Dangling meta character")) {
            return text("find.badRegex.repeat");
        }
        return text("find.badRegex.at", Math.max(0, e.getIndex()) + 1);
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
