package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** {@code LIKE}: percent sign for any text, underscore for any character, brackets for one of several. */
final class LikePattern {

    private LikePattern() {}

    /** Whether a text matches; undefined unless all are texts. @param escape empty for none */
    static JsonNode matches(JsonNode text, JsonNode pattern, JsonNode escape) {
        if (!text.isTextual() || !pattern.isTextual() || !escape.isTextual()) {
            return Values.UNDEFINED;
        }
        String regex = regex(pattern.textValue(), escape.textValue());
        return Values.of(
                Pattern.compile(regex, Pattern.DOTALL).matcher(text.textValue()).matches());
    }

    private static String regex(String like, String escape) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            int end = c == '[' ? like.indexOf(']', i + 1) : -1;
            if (!escape.isEmpty() && like.startsWith(escape, i) && i + 1 < like.length()) {
                regex.append(Pattern.quote(String.valueOf(like.charAt(++i))));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else if (end > i + 1) {
                regex.append(characters(like.substring(i + 1, end)));
                i = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String characters(String set) {
        boolean not = set.startsWith("^");
        String members = (not ? set.substring(1) : set)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("&", "\\&")
                .replace("^", "\\^");
        return "[" + (not ? "^" : "") + members + "]";
    }
}
