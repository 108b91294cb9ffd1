package dev.bobbin.app.shell;

import dev.bobbin.themes.BenchTheme;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;

/** The theme of a window: a chosen one, or the one that suits the system's. */
final class Look {

    /** The choice that follows the system. */
    static final String SYSTEM = "system";

    private final StringProperty chosen;
    private final List<BenchTheme> themes = BenchTheme.all();
    private final Scene scene;

    /** @param chosen id of the theme, or {@link #SYSTEM}; remembered by whoever owns it */
    Look(StringProperty chosen, Scene scene) {
        this.chosen = chosen;
        this.scene = scene;
        chosen.addListener((_, _, _) -> apply());
        scene.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    /** Goes from a light theme to a dark one, and back. */
    void toggle() {
        boolean dark = current().dark();
        themes.stream()
                .filter(other -> other.dark() != dark && !other.highContrast())
                .findFirst()
                .ifPresent(other -> chosen.set(other.id()));
    }

    private BenchTheme current() {
        boolean dark = scene.getPreferences().getColorScheme() == ColorScheme.DARK;
        String wanted = chosen.get().equals(SYSTEM) ? (dark ? "dark" : "light") : chosen.get();
        return themes.stream()
                .filter(candidate -> candidate.id().equals(wanted))
                .findFirst()
                .orElse(themes.getFirst());
    }

    private void apply() {
        BenchTheme now = current();
        Application.setUserAgentStylesheet(now.userAgentStylesheet());
        scene.getStylesheets().setAll(now.stylesheets());
    }
}
