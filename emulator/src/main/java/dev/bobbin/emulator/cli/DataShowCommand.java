package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.standin.Lifecycle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data show}: what a stand-in holds. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what the data holds: tables, files, documents, variables, names of secrets, events.")
final class DataShowCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "<place>",
            description = "Where to look, such as Files/raw or database/container; the top when not given.")
    String place = "";

    @Option(names = "--json", description = "Prints one JSON object an entry.")
    boolean json;

    @Override
    public Integer call() throws Exception {
        if (!target.isThere()) {
            if (!place.isEmpty()) {
                throw new CliFailure("There is no data yet, so there is no '" + place + "'.");
            }
            Output.error("There is no data yet: the first run makes it.");
            return 0;
        }
        for (Lifecycle.Entry entry : target.lifecycle().browse(place)) {
            if (json) {
                Output.json(false, out -> {
                    out.writeStartObject();
                    out.writeStringField("name", entry.name());
                    out.writeBooleanField("hasMore", entry.hasMore());
                    out.writeStringField("details", entry.details());
                    out.writeEndObject();
                });
            } else {
                Output.line(entry.name() + (entry.hasMore() ? "/" : "") + "\t" + entry.details());
            }
        }
        return 0;
    }
}
