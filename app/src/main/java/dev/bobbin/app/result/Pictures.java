package dev.bobbin.app.result;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds pictures that functions return as texts, such as charts drawn with matplotlib. */
final class Pictures {

    private static final Pattern DATA = Pattern.compile("data:image/(?:png|jpe?g|gif);base64,(.*)", Pattern.DOTALL);

    /** How base64 of PNG, JPEG and GIF files begins. */
    private static final Pattern BEGINNING = Pattern.compile("iVBORw0KGgo|/9j/|R0lGOD");

    private Pictures() {}

    /** How the name of a picture's file ends, by its first bytes. */
    static String ending(byte[] picture) {
        return switch (picture[0]) {
            case (byte) 0xff -> "jpg";
            case 'G' -> "gif";
            default -> "png";
        };
    }

    /** The bytes of a picture; empty when the text is none. */
    static Optional<byte[]> of(String text) {
        Matcher data = DATA.matcher(text);
        String encoded = data.matches() ? data.group(1) : text;
        if (!BEGINNING.matcher(encoded).lookingAt()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(encoded));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
