package dev.bobbin.emulator.standin.files;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.ForAll;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/** Seals what a run changed in files. Functions reach files without the host's help, so it answers no calls. */
public final class FileWatch implements HostService {

    private final String run;
    private final List<StandIn.Lakehouse> lakehouses;
    private ChangeSet changes = ChangeSet.EMPTY;

    /**
     * @param run the invocation's id
     * @param lakehouses what the run may reach
     */
    public FileWatch(String run, Collection<StandIn.Lakehouse> lakehouses) {
        this.run = run;
        this.lakehouses = lakehouses.stream().distinct().toList();
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException {
        throw new HostCallException("NotImplementedError", List.of("There is no operation '" + operation + "'."));
    }

    @Override
    public synchronized RunTrace trace() {
        return new RunTrace(List.of(), 0, changes);
    }

    @Override
    public synchronized void close() {
        try {
            ForAll.of(lakehouses, lakehouse -> changes = changes.and(new FileChanges(lakehouse).seal(run)));
        } catch (IOException e) {
            throw new UncheckedIOException("The files that the run changed cannot be listed.", e);
        }
    }
}
