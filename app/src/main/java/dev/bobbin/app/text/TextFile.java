package dev.bobbin.app.text;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file as a spreadsheet program may have written it.
 *
 * @param content its text
 * @param encoding the one it was found to be in
 */
public record TextFile(String content, Charset encoding) {

    /**
     * Reads a file in UTF-8, in UTF-16 with its mark, or in Windows-1252, as Excel writes CSV.
     *
     * @throws IOException when it cannot be read, or is no text in its encoding
     */
    public static TextFile read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Charset encoding = TextEncoding.of(new ByteArrayInputStream(bytes));
        String content = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (content.indexOf('\0') >= 0) {
            // Nearly any bytes are letters in Windows-1252, but no text holds this one.
            throw new CharacterCodingException();
        }
        return new TextFile(content, encoding);
    }

    /** A word about a file whose encoding was guessed; empty where it is certain. */
    public String remark() {
        return encoding.equals(TextEncoding.WINDOWS_1252) ? text("file.windows1252") : "";
    }
}
