package dev.bobbin.app.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import java.io.IOException;
import java.util.UUID;

/** Asks stand-ins what a function would ask them, so that people meet the rules that functions meet. */
final class HostCalls implements AutoCloseable {

    /** The handle under which a stand-in is given to its service. */
    static final String HANDLE = "bench";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HostService service;

    HostCalls(HostService service) {
        this.service = service;
    }

    /** A name under which the changes of one doing are kept. */
    static String run() {
        return "bench-" + UUID.randomUUID();
    }

    static ObjectNode arguments() {
        return JSON.createObjectNode().put("handle", HANDLE);
    }

    /** @throws IOException when it is refused; the message is the service's */
    JsonNode call(String operation, ObjectNode arguments) throws IOException {
        try (TokenBuffer answer = new TokenBuffer(JSON, false)) {
            service.call(operation, arguments, answer);
            return answer.asParser().readValueAsTree();
        } catch (HostCallException e) {
            throw new IOException(
                    e.arguments().isEmpty() ? e.getMessage() : e.arguments().getLast(), e);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
