package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.ByteOrderMark;
import dev.bobbin.emulator.item.JsonFault;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the value of an option {@code --input}: text as it is, a file behind {@code @}, or standard input for {@code -}. */
final class InputText {

    /** Keeps numbers as they were written. */
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private InputText() {}

    /** The text, without a byte order mark. @throws IOException when the file cannot be read */
    static String read(String input) throws IOException {
        if (input.equals("-")) {
            return ByteOrderMark.without(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return input.startsWith("@") ? ByteOrderMark.without(Files.readString(Path.of(input.substring(1)))) : input;
    }

    /**
     * The object that names the parameters.
     *
     * @param text as {@link #read} returned it
     * @throws CliFailure when it is no JSON object
     */
    static ObjectNode object(String text) throws CliFailure {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new CliFailure("--input " + JsonFault.words(e) + ".");
        }
        throw new CliFailure("--input must be a JSON object that names the parameters, such as {\"name\": 1}.");
    }

    /**
     * An address of the web that an option names.
     *
     * @throws CliFailure when it is none
     */
    static URI address(String option, String text) throws CliFailure {
        try {
            if (text.matches("https?://[^\\s/]+.*")) {
                return new URI(text);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new CliFailure(option + " must be an address such as http://127.0.0.1:7071/, not '" + text + "'.");
    }
}
