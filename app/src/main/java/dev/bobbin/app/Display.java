package dev.bobbin.app;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Whether this machine can show a window. */
final class Display {

    private Display() {}

    /** Why no window can be shown, in plain words; empty when one can, as far as can be told beforehand. */
    static Optional<String> obstacle(Properties system, Map<String, String> environment) {
        boolean linux =
                system.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Headless".equals(system.getProperty("glass.platform"));
        if (!linux || headless) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        // JavaFX reaches a Wayland desktop through its X server, which sets DISPLAY as well.
        return display.isBlank() ? Optional.of(text("display.none")) : Optional.empty();
    }
}
