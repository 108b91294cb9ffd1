package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
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

    static final JsonFactory JSON = JsonFactory.builder()
            // Python writes NaN and Infinity.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNestingDepth(10_000)
                    .build())
            .build();

    /** JSON text, indented; text that is no JSON is shown as it is. */
    public static OutputPreview ofJson(String json) {
        LimitedWriter out = new LimitedWriter();
        try {
            indent(json, out);
        } catch (LimitReached _) {
            return new OutputPreview(broken(out.text.toString()), true);
        } catch (IOException _) {
            return ofText(json);
        }
        return new OutputPreview(broken(out.text.toString()), false);
    }

    /** JSON text, indented, with all its lines whole; empty when it is longer than what is shown, or no JSON. */
    static Optional<String> indented(String json) {
        LimitedWriter out = new LimitedWriter();
        try {
            indent(json, out);
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(out.text.toString());
    }

    private static void indent(String json, Writer out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try (JsonParser parser = JSON.createParser(json);
                JsonGenerator generator = JSON.createGenerator(out)) {
            generator.setPrettyPrinter(layout);
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        }
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

    private static final class LimitReached extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class LimitedWriter extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(char[] characters, int from, int count) throws IOException {
            int room = LIMIT - text.length();
            text.append(characters, from, Math.min(room, count));
            if (count > room) {
                throw new LimitReached();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
