package dev.bobbin.emulator.standin.sql.metadata;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name as catalog functions take it: {@code %} and {@code _} stand for others, a backslash takes that from them. */
record SearchPattern(@Nullable Pattern pattern) {

    /** @param text null finds everything */
    static SearchPattern of(@Nullable String text, boolean ignoreCase) {
        if (text == null) {
            return new SearchPattern(null);
        }
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                regex.append(Pattern.quote(String.valueOf(text.charAt(++i))));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        return new SearchPattern(Pattern.compile(regex.toString(), flags));
    }

    boolean finds(@Nullable String name) {
        return pattern == null || name != null && pattern.matcher(name).matches();
    }
}
