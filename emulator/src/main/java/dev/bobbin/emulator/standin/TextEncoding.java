package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out in which encoding a text was written that does not say so. */
public final class TextEncoding {

    /** What Excel writes as CSV on Windows in western countries. */
    public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int BLOCK = 256 * 1024;

    private TextEncoding() {}

    /**
     * UTF-16 by its byte order mark, UTF-8 when the first letters beyond ASCII are valid in it, else Windows-1252.
     *
     * @param text read from its beginning as far as need be: a large export may have its first umlaut at its end
     */
    public static Charset of(InputStream text) throws IOException {
        byte[] block = text.readNBytes(BLOCK);
        if (marksUtf16(block)) {
            return StandardCharsets.UTF_16;
        }
        while (block.length > 0 && isAscii(block)) {
            block = text.readNBytes(BLOCK);
        }
        return isUtf8(block) ? StandardCharsets.UTF_8 : WINDOWS_1252;
    }

    private static boolean marksUtf16(byte[] start) {
        return start.length >= 2
                && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
                        || start[0] == (byte) 0xFE && start[1] == (byte) 0xFF);
    }

    private static boolean isAscii(byte[] block) {
        for (byte octet : block) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] block) {
        // A full block may end within a character.
        boolean isEnd = block.length < BLOCK;
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(block), CharBuffer.allocate(block.length), isEnd)
                .isError();
    }
}
