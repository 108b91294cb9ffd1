package dev.bobbin.emulator.serve;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a body of any content type the JSON text a function's arguments are taken from. */
final class RequestText {

    private RequestText() {}

    /**
     * The JSON of a body. Source: contract, section 2.2: JSON when the content type says so or there is none; the part
     * {@code parameters} of a form, and tables from its other parts; with any other type every parameter is missing.
     *
     * @throws Problem when a body cannot be read as what it says it is
     */
    static String of(@Nullable String contentType, byte[] body) throws Problem {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.isBlank() || type.contains("application/json")) {
            return utf8(body);
        }
        if (isForm(contentType)) {
            return form(String.valueOf(contentType), body);
        }
        return "{}";
    }

    /** What to tell whoever wonders why a call had no parameters; empty when its body was read. */
    static Optional<String> unread(@Nullable String contentType, byte[] body) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        boolean read = type.isBlank() || type.contains("application/json") || isForm(contentType);
        return read || body.length == 0
                ? Optional.empty()
                : Optional.of(
                        "The request came as " + type
                                + ", so that no parameter was read from its body. Send it with Content-Type: application/json.");
    }

    /** @throws Problem for a body that is packed; what the service does with one is not known */
    static void requirePlain(@Nullable String contentEncoding) throws Problem {
        if (contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity")) {
            throw new Problem(
                    415,
                    "UnsupportedMediaType",
                    "The body is packed (Content-Encoding: " + contentEncoding + "). Send it as it is.");
        }
    }

    /** Whether a body is a form, whose caller takes tables in Arrow's form. */
    static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("multipart/form-data");
    }

    private static String form(String contentType, byte[] body) throws Problem {
        List<FormData.Part> parts = FormData.parse(contentType, body);
        String parameters = "{}";
        for (FormData.Part part : parts) {
            if (part.name().equals("parameters")) {
                parameters = utf8(part.content());
            }
        }
        for (FormData.Part part : parts) {
            if (!part.name().equals("parameters")) {
                parameters = ArrowTables.add(parameters, part);
            }
        }
        return parameters;
    }

    private static String utf8(byte[] bytes) throws Problem {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(400, "InvalidInput", "The body is not UTF-8 text.");
        }
    }
}
