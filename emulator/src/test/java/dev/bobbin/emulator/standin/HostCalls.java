package dev.bobbin.emulator.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;

/** Calls host services the way the shim does. */
public final class HostCalls {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private HostCalls() {}

    /** @param arguments the fields of a JSON object; single quotes will do */
    public static JsonNode call(HostService service, String operation, String arguments)
            throws HostCallException, IOException {
        StringWriter answer = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(answer)) {
            service.call(operation, JSON.readTree("{" + arguments + "}"), generator);
        }
        return JSON.readTree(answer.toString());
    }

    /** The arguments of the refusal, with a space between, or the answer when there is none. */
    public static String outcome(HostService service, String operation, String arguments) throws IOException {
        try {
            return call(service, operation, arguments).toString();
        } catch (HostCallException e) {
            return String.join(" ", e.arguments());
        }
    }
}
