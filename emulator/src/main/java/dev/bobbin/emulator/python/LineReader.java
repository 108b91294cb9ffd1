package dev.bobbin.emulator.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines of UTF-8 up to a limit, so that a stream without line ends cannot fill the reader's memory. */
final class LineReader {

    /** A line is longer than the limit. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        TooLong(int limit) {
            super("A line is longer than " + limit + " bytes.");
        }
    }

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;

    /** @param limit longest line, in bytes */
    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * The next line without its line feed; null at the end. A last line without a line feed is half a message and
     * counts as the end.
     */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (true) {
            if (position == filled) {
                position = 0;
                filled = in.read(buffer);
                if (filled < 0) {
                    filled = 0;
                    return null;
                }
            }
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            if (line.size() > limit) {
                throw new TooLong(limit);
            }
            position = end;
            if (end < filled) {
                position++;
                return line.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
