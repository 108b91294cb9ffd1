package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.Snapshots;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data snapshot}: keeps the data as it is now, or lists what was kept. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        description = "Takes a snapshot of the data; without a name, lists the snapshots.")
final class DataSnapshotCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", arity = "0..1", paramLabel = "<name>", description = "Name of the snapshot.")
    @Nullable
    String name;

    @Option(names = "--replace", description = "Takes the snapshot in place of one of that name.")
    boolean replace;

    @Override
    public Integer call() throws Exception {
        Snapshots snapshots = target.lifecycle().snapshots();
        if (name == null) {
            for (String each : snapshots.names()) {
                Output.line(each);
            }
            return 0;
        }
        if (!replace && snapshots.names().contains(name)) {
            throw new CliFailure("There is a snapshot '" + name + "' already. Say --replace to take it anew.");
        }
        snapshots.take(name);
        Output.line("Snapshot " + name + " taken.");
        return 0;
    }
}
