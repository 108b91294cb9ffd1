package dev.bobbin.emulator.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bobbin data}: the data of stand-ins, in and out, kept and put back. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Lists, fills, keeps, compares and restores the data behind the aliases of an item.",
        subcommands = {
            DataListCommand.class,
            DataShowCommand.class,
            DataBindCommand.class,
            DataSeedCommand.class,
            DataPullCommand.class,
            DataImportCommand.class,
            DataExportCommand.class,
            DataSnapshotCommand.class,
            DataRestoreCommand.class,
            DataDiffCommand.class,
            DataUndoCommand.class
        })
final class DataCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do with the data.");
    }
}
