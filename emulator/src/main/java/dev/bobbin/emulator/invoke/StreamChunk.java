package dev.bobbin.emulator.invoke;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A piece of a streamed response, as soon as the function has made it.
 *
 * @param data text; base64 of the bytes when the function streams bytes
 * @param base64 whether the data is base64
 */
public record StreamChunk(String data, boolean base64) {

    /** The beginning of {@link #text}, without making all of a long piece. @param most characters at most */
    String beginning(int most) {
        // Four characters of base64 are three bytes, and no character has less than one.
        int enough = base64 ? (most / 3 + 1) * 4 : most;
        String text = new StreamChunk(data.substring(0, Math.min(enough, data.length())), base64).text();
        return text.substring(0, Math.min(most, text.length()));
    }

    /** The piece as text, for people; bytes that are no UTF-8 show as replacement characters. */
    public String text() {
        return base64 ? new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8) : data;
    }
}
