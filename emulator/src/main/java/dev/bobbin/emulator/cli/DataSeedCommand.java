package dev.bobbin.emulator.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bobbin data seed}: what a stand-in begins with. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a folder's content what the data begins with, and begins anew.",
            "'data restore --reset' comes back to it."
        })
final class DataSeedCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", paramLabel = "<folder>", description = "What 'data export' writes; see docs/data.md.")
    Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        target.lifecycle().seed(folder.toAbsolutePath().normalize());
        Output.line("The data begins with that of " + folder + ".");
        return 0;
    }
}
