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
            description = "Service profile: documented-2025 or service-2026. Without it the workspace's; of an"
                    + " example or a bug report, its own.")
    @Nullable
    String name;

    @Option(
            names = "--limit",
            paramLabel = "KEY=VALUE",
            description = "Changes a value of the profile for this run: requestMegabytes=1, responseMegabytes=5,"
                    + " wheelMegabytes=10, timeSeconds=5, http.UserThrown=422, rule.default-value=warning.")
    List<String> limits = new ArrayList<>();

    /**
     * The rules for what has a profile of its own, such as an example: the one named on the command line comes before it,
     * changed values are changed in either.
     *
     * @throws CliFailure when there is no such profile or value
     */
    ServiceProfile over(ServiceProfile own) throws CliFailure {
        try {
            String chosen = name;
            return changed(chosen == null ? own : ServiceProfiles.require(chosen));
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
    }

    /** @param workspace keeps the profile used when none is named */
    ServiceProfile get(Workspace workspace) throws CliFailure, IOException {
        try {
            return over(WorkspaceSettings.read(workspace.root()).profile());
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
    }

    private ServiceProfile changed(ServiceProfile profile) {
        ServiceProfile changed = profile;
        for (String limit : limits) {
            changed = ProfileChange.apply(changed, limit);
        }
        return changed;
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
