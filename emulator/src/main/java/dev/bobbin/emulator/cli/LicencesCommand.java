package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Release;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bobbin licences}: the licences of Bobbin and of what is in it. */
@Command(
        name = "licences",
        mixinStandardHelpOptions = true,
        description = "Prints the licences of Bobbin and of the libraries in it, with their authors and texts.")
final class LicencesCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, CliFailure {
        String licences = Release.licences().strip();
        if (licences.isEmpty()) {
            throw new CliFailure("The list of licences is in the packaged program only.");
        }
        Output.document(licences);
        return 0;
    }
}
