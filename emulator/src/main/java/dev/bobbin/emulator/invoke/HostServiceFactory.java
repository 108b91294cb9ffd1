package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the service that answers a run's calls to data. */
@FunctionalInterface
public interface HostServiceFactory {

    /**
     * @param run the invocation's id, under which services record what the run changes
     * @param standIns what the run may reach, by the handle that its endpoints carry
     * @param sqlBadDays SQL stand-ins that go wrong, by handle
     */
    HostService forRun(String run, Map<String, StandIn> standIns, Map<String, BadDay> sqlBadDays);

    /** Tables and views of a database as T-SQL names them; empty for other stand-ins and where they cannot be read. */
    default Optional<List<String>> tables(StandIn standIn) {
        return Optional.empty();
    }

    /** Makes the first run with a database quick, in the background. */
    default void expectSql() {}
}
