package dev.bobbin.emulator.item;

import dev.bobbin.emulator.message.Message;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text of a file, whatever its encoding turned out to be.
 *
 * @param text without a byte order mark, line ends as in the file
 * @param mark whether the file began with a byte order mark
 * @param problem why it is not UTF-8, in a sentence; null when it is
 * @param badLine line of the first byte that is not UTF-8, from 1; 0 when all are
 */
record TextBytes(String text, boolean mark, @Nullable Message problem, int badLine) {

    static final char MARK = '\uFEFF';

    /** Readable for the accents of western European editors; every byte stands for some character. */
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    static TextBytes decode(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            String text = new String(bytes, StandardCharsets.UTF_16);
            return new TextBytes(text, false, Message.of("not-utf-8.utf-16"), 1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            Message problem = Message.of("not-utf-8", line);
            return new TextBytes(new String(bytes, FALLBACK), false, problem, line);
        }
        String text = output.flip().toString();
        boolean mark = !text.isEmpty() && text.charAt(0) == MARK;
        return new TextBytes(mark ? text.substring(1) : text, mark, null, 0);
    }

    /** The bytes of a text in UTF-8. @throws CharacterCodingException when it holds half a character */
    static byte[] encode(String text) throws CharacterCodingException {
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
