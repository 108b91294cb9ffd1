package dev.bobbin.emulator.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Tables in Arrow's form: parts of a form in requests, the whole body in answers (contract, section 2.2). Towards the engine
 * each is a data URL within the JSON, so that a call can be kept and made again like any other.
 */
final class ArrowTables {

    private static final String PREFIX = "data:application/vnd.apache.arrow.stream;base64,";

    /** Begins a message of a stream. Source: Arrow columnar format, "Encapsulated message format". */
    private static final byte[] STREAM = {-1, -1, -1, -1};

    private static final byte[] FILE = "ARROW1".getBytes(StandardCharsets.US_ASCII);

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private ArrowTables() {}

    /**
     * A request's JSON with a table added.
     *
     * @param parameters left as it is when it is no object: the engine says what is wrong with it
     * @throws Problem when the part is no such table
     */
    static String add(String parameters, FormData.Part part) throws Problem {
        if (!startsWith(part.content(), STREAM) && !startsWith(part.content(), FILE)) {
            throw new Problem(
                    400,
                    "InvalidInput",
                    "The part '" + part.name()
                            + "' is no table in Arrow form. All values but tables belong into the JSON"
                            + " of the part 'parameters'.");
        }
        try {
            if (JSON.readTree(parameters) instanceof ObjectNode values) {
                return values.put(part.name(), PREFIX + Base64.getEncoder().encodeToString(part.content()))
                        .toString();
            }
        } catch (JsonProcessingException e) {
            // As it is, see above.
        }
        return parameters;
    }

    /** The table that is the whole of a result; empty for all other results. */
    static Optional<byte[]> whole(String outputJson) {
        String begin = "\"" + PREFIX;
        if (!outputJson.startsWith(begin) || !outputJson.endsWith("\"")) {
            return Optional.empty();
        }
        // Base64 has no escapes in JSON, and a parser would bound how long a text may be.
        String text = outputJson.substring(begin.length(), outputJson.length() - 1);
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // A text that only begins as a table does.
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
