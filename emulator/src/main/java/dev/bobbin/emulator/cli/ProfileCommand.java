package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.service.ProfileChange;
import dev.bobbin.emulator.service.ProfileValue;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.WorkspaceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin profile}: the rules of the service a workspace is held to. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Shows the workspace's profile with the document behind every value, or chooses another.")
final class ProfileCommand implements Callable<Integer> {

    @Mixin
    WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "documented-2025 or service-2026.")
    @Nullable
    String name;

    @Option(
            names = "--limit",
            paramLabel = "KEY=VALUE",
            description = "Keeps a changed value for the workspace; those kept before go when a profile is chosen.")
    List<String> limits = List.of();

    @Override
    public Integer call() throws IOException, CliFailure {
        Path root = workspace.root();
        WorkspaceSettings settings = WorkspaceSettings.read(root);
        try {
            if (name != null || !limits.isEmpty()) {
                settings = settings.withProfile(name == null ? settings.profileName() : name, limits);
                // Refuses what cannot be understood before it is kept.
                settings.profile();
                settings.write(root);
            }
            print(settings.profile());
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private static void print(ServiceProfile profile) throws IOException {
        Output.line(profile.name() + ", " + profile.date());
        Output.line("  " + profile.document());
        Output.line("");
        for (ProfileValue value : ProfileValue.of(profile)) {
            Output.line("  %-24s %-8s %s"
                    .formatted(value.key(), value.value(), value.source().orElse("changed")));
        }
        Output.line("");
        Output.line("Profiles: "
                + String.join(
                        ", ",
                        ServiceProfiles.all().stream().map(ServiceProfile::name).toList())
                + ". Every value can be changed with --limit: "
                + String.join(", ", ProfileChange.KEYS) + ".");
    }
}
