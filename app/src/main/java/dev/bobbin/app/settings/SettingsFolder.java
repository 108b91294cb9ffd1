package dev.bobbin.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where this platform keeps a program's settings. */
public final class SettingsFolder {

    private SettingsFolder() {}

    /** The folder for this machine; the system property {@code bobbin.settings} names another one. */
    public static Path here() {
        String chosen = System.getProperty("bobbin.settings");
        return chosen != null ? Path.of(chosen) : of(System.getProperty("os.name"), home(), System.getenv());
    }

    /** The user's home folder here. */
    public static Path home() {
        return home(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * The home folder as other programs of that system see it: elsewhere than on Windows {@code HOME} names it.
     *
     * @param account home folder of the account, which Java knows alone
     */
    static Path home(String system, Path account, Map<String, String> environment) {
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        Path named = in(environment.get("HOME"), account);
        return windows || !named.isAbsolute() ? account : named;
    }

    /** The folder on a machine with that name of the operating system, home folder and environment. */
    public static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return in(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                    .resolve("Bobbin");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Bobbin");
        }
        return in(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("bobbin");
    }

    private static Path in(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
