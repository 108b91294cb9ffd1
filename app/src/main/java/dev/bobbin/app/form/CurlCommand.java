package dev.bobbin.app.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code curl} command as people copy it from documentation, a browser or the portal's invocation code.
 *
 * @param function name of the function its address calls; empty when it does not say
 * @param body the request body it sends
 */
record CurlCommand(Optional<String> function, String body) {

    private static final Pattern ADDRESS = Pattern.compile("/(?:functions/([^/?]+)/invo(?:cations|ke)|api/([^/?]+))");
    private static final List<String> DATA =
            List.of("-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json");

    /** Reads a command; empty when the text is none, or sends nothing. */
    static Optional<CurlCommand> parse(String text) {
        if (!text.strip().matches("(?s)curl(\\.exe)?\\s.*")) {
            return Optional.empty();
        }
        List<String> words = words(text.strip());
        String body = null;
        Optional<String> function = Optional.empty();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            if (DATA.contains(word) && i + 1 < words.size()) {
                body = words.get(++i);
            } else if (equals > 0 && DATA.contains(word.substring(0, equals))) {
                body = word.substring(equals + 1);
            } else if (function.isEmpty()) {
                function = called(word);
            }
        }
        Optional<String> name = function;
        return Optional.ofNullable(body).map(sent -> new CurlCommand(name, sent));
    }

    private static Optional<String> called(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    /** Splits as a shell does: quotes, backslashes, and lines that go on after a backslash, caret or backtick. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (quote == 0 && (c == '\\' || c == '^' || c == '`') && (next == '\n' || next == '\r')) {
                i++;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && (quote == 0 || next == '"' || next == '\\' || next == '$')) {
                word.append(next);
                inWord = true;
                i++;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }
}
