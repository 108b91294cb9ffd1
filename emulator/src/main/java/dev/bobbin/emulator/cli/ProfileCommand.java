package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ProfileChange;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin profile}: the rules of the service a workspace is held to. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Shows the workspace's profile with the document behind every value, or chooses another.")
final class ProfileCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "An item folder of the workspace.")
    Path item = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "documented-2025 or service-2026.")
    @Nullable
    String name;

    @Option(
            names = "--limit",
            paramLabel = "KEY=VALUE",
            description = "Keeps a changed value for the workspace; those kept before go when a profile is chosen.")
    List<String> limits = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the workspace, instead of .bobbin beside the item.")
    @Nullable
    Path data;

    @Override
    public Integer call() throws IOException, CliFailure {
        ItemFolder folder = ItemReader.read(item);
        Path root = (data == null ? Workspace.of(folder) : Workspace.at(data)).root();
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
        line(profile, "requestMegabytes", megabytes(profile.requestBytes()), "requestBytes");
        line(profile, "responseMegabytes", megabytes(profile.responseBytes()), "responseBytes");
        line(profile, "wheelMegabytes", megabytes(profile.wheelBytes()), "wheelBytes");
        line(profile, "timeSeconds", String.valueOf(profile.timeLimit().toMillis() / 1000.0), "timeLimitSeconds");
        for (Map.Entry<String, Integer> status : new TreeMap<>(profile.httpStatus()).entrySet()) {
            line(profile, "http." + status.getKey(), String.valueOf(status.getValue()), status.getKey());
        }
        for (Map.Entry<String, Optional<Severity>> rule : new TreeMap<>(profile.rules()).entrySet()) {
            String level = rule.getValue().map(FindingText::severity).orElse("off");
            line(profile, "rule." + rule.getKey(), level, rule.getKey());
        }
        Output.line("");
        Output.line("Profiles: "
                + String.join(
                        ", ",
                        ServiceProfiles.all().stream().map(ServiceProfile::name).toList())
                + ". Every value can be changed with --limit: "
                + String.join(", ", ProfileChange.KEYS) + ".");
    }

    private static void line(ServiceProfile profile, String key, String value, String source) throws IOException {
        Output.line(
                "  %-24s %-8s %s".formatted(key, value, profile.source(source).orElse("changed")));
    }

    private static String megabytes(long bytes) {
        return "%.2f".formatted(bytes / (1024.0 * 1024.0)).replaceAll("\\.?0+$", "");
    }
}
