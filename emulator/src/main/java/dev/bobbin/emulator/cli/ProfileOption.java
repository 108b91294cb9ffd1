package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ProfileChange;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the service's rules: a profile, the workspace's when none is named, and changed values. */
final class ProfileOption {

    @Option(
            names = "--profile",
            paramLabel = "P",
            description = "Service profile: documented-2025 or service-2026; the workspace's when it is left out.")
    @Nullable
    String name;

    @Option(
            names = "--limit",
            paramLabel = "KEY=VALUE",
            description = "Changes a value of the profile for this run: requestMegabytes=1, responseMegabytes=5,"
                    + " wheelMegabytes=10, timeSeconds=5, http.UserThrown=422, rule.default-value=warning.")
    List<String> limits = new ArrayList<>();

    /** Whether anything was named on the command line. */
    boolean isAskedFor() {
        return name != null || !limits.isEmpty();
    }

    /** @param workspace keeps the profile used when none is named */
    ServiceProfile get(Workspace workspace) throws CliFailure, IOException {
        try {
            String chosen = name;
            ServiceProfile profile = chosen == null
                    ? WorkspaceSettings.read(workspace.root()).profile()
                    : ServiceProfiles.require(chosen);
            for (String limit : limits) {
                profile = ProfileChange.apply(profile, limit);
            }
            return profile;
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
    }

    /** For commands without a data folder of their own. */
    ServiceProfile get(ItemFolder item) throws CliFailure, IOException {
        return get(Workspace.of(item));
    }

    /** The profile a request or a record names for itself, with its changed values. */
    static ServiceProfile named(String name) throws CliFailure {
        try {
            return ServiceProfiles.described(name);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
    }
}
