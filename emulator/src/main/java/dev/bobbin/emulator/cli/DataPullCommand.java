package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.lifecycle.FolderSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bobbin data pull}: data from a real source, once. */
@Command(
        name = "pull",
        mixinStandardHelpOptions = true,
        description = {
            "Brings data in from a folder, such as one that the OneLake file explorer keeps in step with a lakehouse.",
            "What has the same name is replaced, all else stays. Nothing is ever written to the folder."
        })
final class DataPullCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(index = "2", paramLabel = "<folder>", description = "The folder to read.")
    Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        long count = new FolderSource(folder.toAbsolutePath().normalize()).fill(target.lifecycle());
        Output.line(count + " brought in from " + folder + ".");
        return 0;
    }
}
