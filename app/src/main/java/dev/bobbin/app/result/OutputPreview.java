package dev.bobbin.app.result;

import dev.bobbin.app.text.JsonLayout;
import dev.bobbin.app.text.LimitedText;
import java.io.IOException;
import java.util.Optional;

/**
 * The beginning of a result, laid out for reading. However large the result is, only so much of it is laid out.
 *
 * @param cut whether there is more than the text shows
 */
public record OutputPreview(String text, boolean cut) {

    /** Most characters shown. */
    public static final int LIMIT = 200_000;

    /** Longest line shown, in characters: a longer one is broken, since laying out one line cannot be virtualised. */
    private static final int LONGEST_LINE = 2_000;

    /** JSON text, indented; text that is no JSON is shown as it is. */
    public static OutputPreview ofJson(String json) {
        LimitedText out = new LimitedText(LIMIT);
        try {
            JsonLayout.indent(json, out);
        } catch (IOException _) {
            return out.isFull() ? new OutputPreview(broken(out.text()), true) : ofText(json);
        }
        return new OutputPreview(broken(out.text()), false);
    }

    /** JSON text, indented, with all its lines whole; empty when it is longer than what is shown, or no JSON. */
    static Optional<String> indented(String json) {
        LimitedText out = new LimitedText(LIMIT);
        try {
            JsonLayout.indent(json, out);
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(out.text());
    }

    /** Plain text. */
    public static OutputPreview ofText(String text) {
        boolean cut = text.length() > LIMIT;
        return new OutputPreview(broken(cut ? text.substring(0, LIMIT) : text), cut);
    }

    private static String broken(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            for (int from = 0; from == 0 || from < line.length(); from += LONGEST_LINE) {
                out.append(line, from, Math.min(line.length(), from + LONGEST_LINE))
                        .append('\n');
            }
        }
        out.setLength(Math.max(0, out.length() - 1));
        return out.toString();
    }
}
