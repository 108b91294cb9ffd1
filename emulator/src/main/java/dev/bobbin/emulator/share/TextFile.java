package dev.bobbin.emulator.share;

import dev.bobbin.emulator.message.PlainException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that holds text, whatever its name: it is looked through for secrets, and what is no secret stays byte for byte
 * what it is.
 *
 * @param charset in which its bytes are this text and this text its bytes
 */
record TextFile(Charset charset, String text) {

    /** Binary files of any kind show in so many bytes that they are none of text. */
    private static final int SAMPLE = 64 * 1024;

    /** A longer text is not masked in memory. */
    private static final long MOST = 64L * 1024 * 1024;

    /** Latin-1 last: it takes everything. A mark at the beginning stays part of the text. */
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

    /**
     * Reads a file; empty when it holds no text.
     *
     * @throws IOException when it cannot be read, or is too long to be looked through
     */
    static Optional<TextFile> read(Path file) throws IOException {
        if (!isText(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        return charset(bytes, true).map(charset -> new TextFile(charset, new String(bytes, charset)));
    }

    /** The first line of a file, with its line feed; empty when it holds no text. */
    static Optional<TextFile> firstLine(Path file) throws IOException {
        Optional<Charset> charset = charset(file);
        if (charset.isEmpty()) {
            return Optional.empty();
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.get()))) {
            String line = lines.readLine();
            return Optional.of(new TextFile(charset.get(), line == null ? "" : line + "\n"));
        }
    }

    /** In bytes. */
    long size() {
        return text.getBytes(charset).length;
    }

    /** The file without its secrets. @param name tells how the text is built */
    byte[] masked(SecretMask mask, String name) {
        return mask.file(name, text).getBytes(charset);
    }

    /**
     * Whether a file looks like text from its beginning, so that it is to be looked through.
     *
     * @throws IOException when it cannot be read, or is too long to be looked through
     */
    static boolean isText(Path file) throws IOException {
        if (charset(file).isEmpty()) {
            return false;
        }
        requireShort(file);
        return true;
    }

    private static void requireShort(Path file) throws IOException {
        if (Files.size(file) > MOST) {
            throw PlainException.of("report.too-large-to-mask", file.getFileName(), Files.size(file) / (1024 * 1024));
        }
    }

    private static Optional<Charset> charset(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] sample = in.readNBytes(SAMPLE);
            return charset(sample, sample.length < SAMPLE);
        }
    }

    /** @param whole whether the bytes end where the text does */
    private static Optional<Charset> charset(byte[] bytes, boolean whole) {
        boolean marked = bytes.length >= 2 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe;
        List<Charset> possible = CHARSETS;
        if (marked && (bytes[0] & 0xff) == 0xff) {
            possible = List.of(StandardCharsets.UTF_16LE);
        } else if (marked && (bytes[0] & 0xff) == 0xfe) {
            possible = List.of(StandardCharsets.UTF_16BE);
        }
        return possible.stream()
                .filter(charset -> isText(charset, bytes, whole))
                .findFirst();
    }

    private static boolean isText(Charset charset, byte[] bytes, boolean whole) {
        CharsetDecoder decoder = charset.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, whole);
        return !result.isError() && text.flip().chars().noneMatch(TextFile::isBinary);
    }

    /** Characters that no text has. */
    private static boolean isBinary(int character) {
        return character < 0x20 && "\t\n\r\f\u000b\u001a\u001b".indexOf(character) < 0;
    }
}
