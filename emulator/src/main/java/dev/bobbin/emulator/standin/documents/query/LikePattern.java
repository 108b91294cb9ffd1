package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * {@code LIKE}: percent sign for any text, underscore for any character, brackets for one of several. Takes time in
 * proportion to the lengths of text and pattern, whatever they are.
 */
final class LikePattern {

    private final List<Part> parts = new ArrayList<>();

    /** Stands for any text, or for one character that fits. */
    private record Part(boolean isAnyText, IntPredicate fits) {

        static Part of(IntPredicate fits) {
            return new Part(false, fits);
        }
    }

    private LikePattern(String like, String escape) {
        for (int i = 0; i < like.length(); ) {
            int c = like.codePointAt(i);
            int end = c == '[' ? like.indexOf(']', i + 1) : -1;
            if (!escape.isEmpty() && like.startsWith(escape, i) && i + escape.length() < like.length()) {
                int escaped = like.codePointAt(i + escape.length());
                parts.add(Part.of(character -> character == escaped));
                i += escape.length() + Character.charCount(escaped);
            } else if (end > i + 1) {
                parts.add(Part.of(oneOf(like.substring(i + 1, end))));
                i = end + 1;
            } else {
                parts.add(
                        switch (c) {
                            case '%' -> new Part(true, character -> true);
                            case '_' -> Part.of(character -> true);
                            default -> Part.of(character -> character == c);
                        });
                i += Character.charCount(c);
            }
        }
    }

    /** Whether a text matches; undefined unless all are texts. @param escape empty for none */
    static JsonNode matches(JsonNode text, JsonNode pattern, JsonNode escape) {
        if (!text.isTextual() || !pattern.isTextual() || !escape.isTextual()) {
            return Values.UNDEFINED;
        }
        LikePattern like = new LikePattern(pattern.textValue(), escape.textValue());
        return Values.of(like.matches(text.textValue().codePoints().toArray()));
    }

    /** When a part does not fit, the latest "any text" takes one character more. */
    private boolean matches(int[] text) {
        int part = 0;
        int at = 0;
        int anyPart = -1;
        int anyEnd = 0;
        while (at < text.length) {
            if (part < parts.size() && parts.get(part).isAnyText()) {
                anyPart = part++;
                anyEnd = at;
            } else if (part < parts.size() && parts.get(part).fits().test(text[at])) {
                part++;
                at++;
            } else if (anyPart >= 0) {
                part = anyPart + 1;
                at = ++anyEnd;
            } else {
                return false;
            }
        }
        return parts.subList(part, parts.size()).stream().allMatch(Part::isAnyText);
    }

    /** {@code abc}, {@code a-z}, and with a leading {@code ^} all others. */
    private static IntPredicate oneOf(String set) {
        boolean not = set.startsWith("^") && set.length() > 1;
        int[] members = set.substring(not ? 1 : 0).codePoints().toArray();
        IntPredicate some = c -> false;
        for (int i = 0; i < members.length; i++) {
            int first = members[i];
            boolean isRange = i + 2 < members.length && members[i + 1] == '-';
            int last = isRange ? members[i + 2] : first;
            some = some.or(c -> c >= first && c <= last);
            i += isRange ? 2 : 0;
        }
        return not ? some.negate() : some;
    }
}
