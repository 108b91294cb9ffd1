package dev.bobbin.emulator.standin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * Answers a function's calls to data: what the Python shim sends to the host during one run. Lives as long as the run;
 * closing it ends what the function left open (connections are rolled back). Calls may come on several threads at once.
 */
public interface HostService extends AutoCloseable {

    /**
     * Carries out one operation and writes its answer, exactly one JSON value.
     *
     * @param operation such as {@code sql.execute}: the part before the dot names the service
     * @throws HostCallException when the function shall see a Python exception
     * @throws IOException when the answer cannot be written
     */
    void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException, IOException;

    /** Ends what is under way at once, and never waits for it. */
    @Override
    void close();

    /** What the run did through this service; complete once it is closed. */
    default RunTrace trace() {
        return RunTrace.EMPTY;
    }
}
