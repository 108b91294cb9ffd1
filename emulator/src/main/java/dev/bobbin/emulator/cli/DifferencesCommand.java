package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.service.Differences;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bobbin differences}: where Bobbin and the service differ. */
@Command(
        name = "differences",
        mixinStandardHelpOptions = true,
        description = "Prints the page \"Differences from the service\": what is approximated, chosen or unknown.")
final class DifferencesCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Output.document(Differences.page().stripTrailing());
        return 0;
    }
}
