package dev.bobbin.emulator.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Routes the host calls of one run to the service their prefix names. */
public final class HostServices implements HostService {

    private static final Logger LOG = LoggerFactory.getLogger(HostServices.class);

    private final Map<String, HostService> byPrefix;

    /** @param byPrefix services by the part of an operation before its dot */
    public HostServices(Map<String, HostService> byPrefix) {
        this.byPrefix = Map.copyOf(byPrefix);
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException, IOException {
        int dot = operation.indexOf('.');
        HostService service = byPrefix.get(dot < 0 ? operation : operation.substring(0, dot));
        if (service == null) {
            throw new HostCallException(
                    "NotImplementedError", List.of("Bobbin does not stand in for '" + operation + "' yet."));
        }
        service.call(operation, arguments, answer);
    }

    @Override
    public RunTrace trace() {
        return byPrefix.values().stream().map(HostService::trace).reduce(RunTrace.EMPTY, RunTrace::and);
    }

    /** Closes all of them, whatever becomes of one: an answer is not lost because a list of changes cannot be written. */
    @Override
    public void close() {
        byPrefix.forEach((prefix, service) -> {
            try {
                service.close();
            } catch (RuntimeException e) {
                LOG.error("What the run did to its {} cannot be kept", prefix, e);
            }
        });
    }
}
