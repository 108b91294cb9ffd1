package dev.bobbin.emulator.python;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where this operating system wants programs to keep what can be made again. */
final class UserCache {

    private UserCache() {}

    /** Bobbin's own folder in the user's cache; it may not exist yet. */
    static Path folder() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            return fromEnvironment("LOCALAPPDATA", home.resolve("AppData/Local"))
                    .resolve("Bobbin");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library/Caches/Bobbin");
        }
        return fromEnvironment("XDG_CACHE_HOME", home.resolve(".cache")).resolve("bobbin");
    }

    private static Path fromEnvironment(String name, Path otherwise) {
        @Nullable String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }
}
