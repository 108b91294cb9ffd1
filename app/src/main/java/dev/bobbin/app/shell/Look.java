package dev.bobbin.app.shell;

import dev.bobbin.themes.BenchTheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;

/** The theme of a window, a chosen one or the one that suits the system's, and the font of its code. */
final class Look {

    /** The choice that follows the system. */
    static final String SYSTEM = "system";

    private final StringProperty chosen;
    private final StringProperty codeFont;
    private final StringProperty codeSize;
    private final List<BenchTheme> themes = BenchTheme.all();
    private final Scene scene;

    /** @param settings the setting of a name, with its value until it is set; remembered by whoever owns them */
    Look(BiFunction<String, String, StringProperty> settings, Scene scene) {
        this.chosen = settings.apply("theme", SYSTEM);
        this.codeFont = settings.apply("codeFont", CodeFont.USUAL);
        this.codeSize = settings.apply("codeSize", String.valueOf(CodeFont.USUAL_SIZE));
        this.scene = scene;
        List.of(chosen, codeFont, codeSize).forEach(setting -> setting.addListener((_, _, _) -> apply()));
        scene.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
        apply();
    }

    /** Goes from a light theme to a dark one, and back. */
    void toggle() {
        boolean wasDark = current().dark();
        themes.stream()
                .filter(other -> other.dark() != wasDark && !other.highContrast())
                .findFirst()
                .ifPresent(other -> chosen.set(other.id()));
    }

    private BenchTheme current() {
        boolean systemDark = scene.getPreferences().getColorScheme() == ColorScheme.DARK;
        String wanted = chosen.get().equals(SYSTEM) ? (systemDark ? "dark" : "light") : chosen.get();
        return themes.stream()
                .filter(candidate -> candidate.id().equals(wanted))
                .findFirst()
                .orElse(themes.getFirst());
    }

    private void apply() {
        BenchTheme now = current();
        Application.setUserAgentStylesheet(now.userAgentStylesheet());
        List<String> sheets = new ArrayList<>(now.stylesheets());
        sheets.addAll(CodeFont.stylesheets(codeFont.get(), codeSize.get()));
        scene.getStylesheets().setAll(sheets);
    }
}
