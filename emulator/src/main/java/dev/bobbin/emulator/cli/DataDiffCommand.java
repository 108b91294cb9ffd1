package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.ChangeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data diff}: what has changed since a snapshot; exit code 1 when something has. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:nothing has changed", "1:something has", Main.WRONG_USAGE},
        description = "Tells what has changed since a snapshot.")
final class DataDiffCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", paramLabel = "<name>", description = "Name of the snapshot.")
    String name = "";

    @Option(names = "--json", description = "Prints the changes as one JSON object, with the first rows.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        ChangeSet changes = target.lifecycle().snapshots().diff(name);
        ChangeText.print(changes, json);
        return changes.isEmpty() ? 0 : 1;
    }
}
