package dev.bobbin.emulator.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts as the journal's file holds them: a mark, then UTF-8, compressed when that is worth it. */
final class Packed {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;

    /** Shorter texts are hardly made shorter. */
    private static final int WORTH_IT = 512;

    private Packed() {}

    static byte[] pack(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.min(utf8.length, 1 << 16) + 1);
        if (utf8.length < WORTH_IT) {
            packed.write(PLAIN);
            packed.writeBytes(utf8);
            return packed.toByteArray();
        }
        packed.write(DEFLATED);
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(utf8);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        return packed.toByteArray();
    }

    /** @throws IOException when the bytes are no packed text */
    static String unpack(byte[] packed) throws IOException {
        if (packed.length == 0) {
            throw new IOException("a text of the journal is missing");
        }
        if (packed[0] == PLAIN) {
            return new String(packed, 1, packed.length - 1, StandardCharsets.UTF_8);
        }
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed, 1, packed.length - 1))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
