package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that runs functions. */
final class RunOptions {

    @Option(names = "--engine", paramLabel = "ENGINE", description = "Python to run functions in: ${DEFAULT-VALUE}.")
    String engine = "embedded";

    @Option(names = "--profile", paramLabel = "P", description = "Service profile: documented-2025 or service-2026.")
    String profile = ServiceProfile.DEFAULT_NAME;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for stand-ins, instead of .bobbin beside the item.")
    @Nullable
    Path data;

    FunctionEngine engine() throws CliFailure {
        return Emulator.engine(engine).orElseThrow(() -> new CliFailure("There is no engine '" + engine + "'."));
    }

    ServiceProfile profile() throws CliFailure {
        return profile(profile);
    }

    static ServiceProfile profile(String name) throws CliFailure {
        return ServiceProfiles.named(name)
                .orElseThrow(() -> new CliFailure("There is no profile '" + name + "'. Known: "
                        + ServiceProfiles.all().stream()
                                .map(ServiceProfile::name)
                                .collect(Collectors.joining(", "))));
    }

    Workspace workspace(ItemFolder item) {
        return data == null ? Workspace.of(item) : Workspace.at(data);
    }
}
