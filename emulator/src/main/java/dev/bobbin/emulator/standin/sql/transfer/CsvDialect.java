package dev.bobbin.emulator.standin.sql.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds out the encoding and the delimiter of a CSV file from its beginning. */
record CsvDialect(Charset encoding, char delimiter) {

    private static final int LOOKED_AT = 256 * 1024;
    private static final String DELIMITERS = ",;\t|";

    static CsvDialect of(Path file, CsvOptions options) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT);
        }
        Charset given = options.encoding();
        Charset encoding = given == null ? encoding(start) : given;
        Character delimiter = options.delimiter();
        return new CsvDialect(encoding, delimiter == null ? delimiter(new String(start, encoding)) : delimiter);
    }

    /** UTF-16 by its byte order mark, UTF-8 when it is valid, else Windows-1252, which Excel writes. */
    private static Charset encoding(byte[] start) {
        if (start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        for (int cut = 0; cut <= 3; cut++) {
            // The end may lie within a character.
            if (start.length - cut >= 0 && isUtf8(start, start.length - cut)) {
                return StandardCharsets.UTF_8;
            }
            if (start.length < LOOKED_AT) {
                break;
            }
        }
        return Charset.forName("windows-1252");
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
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
