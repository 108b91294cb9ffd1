package dev.bobbin.emulator.item;

import dev.bobbin.emulator.item.JsonDocument.Problem;
import dev.bobbin.emulator.item.JsonParse.Stop;
import dev.bobbin.emulator.message.Message;
import java.util.Optional;

/**
 * Repairs the slips people make in JSON by hand, one at a time and without moving any character, so that places in the
 * repaired text are places in the original.
 */
final class JsonRepair {

    private JsonRepair() {}

    /** The repaired text and what was wrong with it. */
    record Repaired(String text, Problem problem) {}

    /** Repairs the slip reading stopped at; empty when it is none of the known ones. */
    static Optional<Repaired> repair(String text, Stop stop) {
        if (stop.atEnd() || stop.offset() >= text.length()) {
            return Optional.empty();
        }
        return switch (text.charAt(stop.offset())) {
            case '/' -> comment(text, stop.offset());
            case '}', ']' -> trailingComma(text, stop.offset());
            default -> missingComma(text, stop.offset());
        };
    }

    /**
     * The text as its author would mend it.
     *
     * @param repaired the same text without slips, every character in its place: a comma may have taken that of a blank
     */
    static String mended(String text, String repaired) {
        StringBuilder mended = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char before = text.charAt(i);
            char after = repaired.charAt(i);
            if (before == after || before == '\uFEFF') {
                mended.append(before);
            } else if (after == ',') {
                mended.append(after).append(before);
            }
        }
        return mended.toString();
    }

    private static Optional<Repaired> missingComma(String text, int offset) {
        int before = lastVisible(text, offset - 1);
        boolean valueBegins = "{[\"-tfn".indexOf(text.charAt(offset)) >= 0 || Character.isDigit(text.charAt(offset));
        boolean valueEnded = before >= 0
                && ("}]\"".indexOf(text.charAt(before)) >= 0 || Character.isLetterOrDigit(text.charAt(before)));
        boolean room = before + 1 < offset;
        if (!valueBegins || !valueEnded || !room) {
            return Optional.empty();
        }
        String repaired = replace(text, before + 1, ",");
        Stop next = JsonParse.read(repaired).stop();
        if (next != null && next.offset() <= offset) {
            return Optional.empty();
        }
        boolean objects = text.charAt(before) == '}' && text.charAt(offset) == '{';
        return Optional.of(new Repaired(
                repaired,
                new Problem(
                        offset,
                        Message.of(
                                objects ? "json-syntax.comma-between-objects" : "json-syntax.comma-between-entries"))));
    }

    private static Optional<Repaired> trailingComma(String text, int offset) {
        int before = lastVisible(text, offset - 1);
        if (before < 0 || text.charAt(before) != ',') {
            return Optional.empty();
        }
        return Optional.of(new Repaired(
                replace(text, before, " "), new Problem(before, Message.of("json-syntax.comma-too-many"))));
    }

    private static Optional<Repaired> comment(String text, int offset) {
        int end;
        if (text.startsWith("//", offset)) {
            int feed = text.indexOf('\n', offset);
            end = feed < 0 ? text.length() : feed;
        } else if (text.startsWith("/*", offset) && text.indexOf("*/", offset + 2) >= 0) {
            end = text.indexOf("*/", offset + 2) + 2;
        } else {
            return Optional.empty();
        }
        String blanks = text.substring(offset, end).replaceAll("[^\\r\\n]", " ");
        return Optional.of(
                new Repaired(replace(text, offset, blanks), new Problem(offset, Message.of("json-syntax.comment"))));
    }

    private static String replace(String text, int offset, String replacement) {
        return text.substring(0, offset) + replacement + text.substring(offset + replacement.length());
    }

    private static int lastVisible(String text, int offset) {
        int at = offset;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }
}
