package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** The encoding and the delimiter of a CSV file, and how it writes numbers. */
record CsvDialect(Charset encoding, char delimiter, NumberStyle numbers) {

    private static final int LOOKED_AT = 256 * 1024;
    private static final String DELIMITERS = ",;\t|";

    static CsvDialect of(Path file, CsvOptions options) throws IOException {
        Charset given = options.encoding();
        Charset encoding = given == null ? encoding(file) : given;
        Character delimiter = options.delimiter();
        String start = start(file, encoding);
        char separator = delimiter == null ? delimiter(start) : delimiter;
        return new CsvDialect(encoding, separator, NumberStyle.of(start, separator));
    }

    private static Charset encoding(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return TextEncoding.of(in);
        }
    }

    private static String start(Path file, Charset encoding) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOKED_AT), encoding);
        }
    }

    /** The candidate that stands most often in the first line, outside of quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' && !quoted) {
                break;
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                counts[DELIMITERS.indexOf(c)]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }
}
