package dev.bobbin.emulator.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Routes the host calls of one run to the service their prefix names. */
public final class HostServices implements HostService {

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

    @Override
    public void close() {
        byPrefix.values().forEach(HostService::close);
    }
}
