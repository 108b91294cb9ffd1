package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.Snapshots;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data restore}: the data of a snapshot, or of a new stand-in. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes the data what it was in a snapshot, or with --reset what it is in a new stand-in.")
final class DataRestoreCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", arity = "0..1", paramLabel = "<name>", description = "Name of the snapshot.")
    @Nullable
    String name;

    @Option(names = "--reset", description = "Starts again from the seed, or from nothing.")
    boolean reset;

    @Override
    public Integer call() throws Exception {
        Lifecycle data = target.lifecycle();
        Snapshots snapshots = data.snapshots();
        if (reset) {
            data.reset();
            Output.line("The data is as in the beginning: its seed, or nothing where none was given.");
        } else if (name == null) {
            throw new CliFailure("Name a snapshot, or say --reset. There are: " + String.join(", ", snapshots.names()));
        } else {
            snapshots.restore(name);
            Output.line("The data is that of " + name + ".");
        }
        return 0;
    }
}
