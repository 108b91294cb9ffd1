package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.StandIn;
import java.util.Map;

/** Makes the service that answers a run's SQL calls. */
@FunctionalInterface
public interface SqlServiceFactory {

    /**
     * @param run the invocation's id, under which the service records what the run changes
     * @param databases the databases the run may reach, by the handle in their connection string
     */
    HostService forRun(String run, Map<String, StandIn.Sql> databases);
}
