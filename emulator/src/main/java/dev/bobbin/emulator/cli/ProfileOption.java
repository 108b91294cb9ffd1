package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.service.ServiceProfile;
import picocli.CommandLine.Option;

/** The option of commands that only need to know the service's rules. */
final class ProfileOption {

    @Option(names = "--profile", paramLabel = "P", description = "Service profile: documented-2025 or service-2026.")
    String name = ServiceProfile.DEFAULT_NAME;

    ServiceProfile get() throws CliFailure {
        return RunOptions.profile(name);
    }
}
