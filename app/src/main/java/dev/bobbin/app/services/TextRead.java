package dev.bobbin.app.services;

import dev.bobbin.app.data.files.Preview;
import dev.bobbin.emulator.standin.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is read.
 *
 * @param chosen whether the user said so
 * @param isBinary whether the file is no text, as far as can be told
 */
record TextRead(Charset encoding, boolean chosen, boolean isBinary) {

    private static final int LOOKED_AT = 64 * 1024;

    /** Finds out how to read a file. @param chosen what the user says it is written in; null when nothing was said */
    static TextRead of(Path file, @Nullable Charset chosen) throws IOException {
        if (chosen != null) {
            return new TextRead(chosen, true, false);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT);
        }
        int even = zeros(start, 0);
        int odd = zeros(start, 1);
        Charset utf16 = odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        try (InputStream in = Files.newInputStream(file)) {
            Charset found = TextEncoding.of(in);
            if (found.equals(StandardCharsets.UTF_16)) {
                Charset marked = start[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
                return new TextRead(marked, false, false);
            }
            // Western text in UTF-16 without a mark: every other byte is zero, and none in between.
            boolean isUtf16 = Math.min(even, odd) == 0 && Math.max(even, odd) > start.length / 3;
            return new TextRead(isUtf16 ? utf16 : found, false, !isUtf16 && even + odd > 0);
        }
    }

    private static int zeros(byte[] bytes, int from) {
        int count = 0;
        for (int i = from; i < bytes.length; i += 2) {
            count += bytes[i] == 0 ? 1 : 0;
        }
        return count;
    }

    /** What is told of it. */
    Preview.Read told() {
        return new Preview.Read(encoding, chosen);
    }
}
