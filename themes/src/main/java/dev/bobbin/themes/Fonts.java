package dev.bobbin.themes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/**
 * Makes the window's fonts known, so that it looks the same on every platform: Inter for text, JetBrains Mono for code.
 * Both come under the SIL Open Font License 1.1. Where one cannot be loaded, the platform's own font is used.
 */
public enum Fonts {
    /** What the window is written in. */
    TEXT("inter/Inter-", "Regular.otf", "SemiBold.otf", "Bold.otf"),
    /** What code is written in; nothing but the pages with code waits for it. */
    CODE("jetbrains_mono/JetBrainsMono-", "Regular.ttf", "Bold.ttf");

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";

    private final List<String> files;
    private boolean loaded;

    Fonts(String family, String... styles) {
        files = List.of(styles).stream().map(style -> FOLDER + family + style).toList();
    }

    /** Loads these fonts, unless they are; on the FX thread, before anything that is written in them is shown. */
    public void load() {
        if (!loaded) {
            loaded = true;
            files.forEach(Fonts::load);
        }
    }

    private static void load(String resource) {
        try (InputStream in = Fonts.class.getResourceAsStream(resource)) {
            if (in != null) {
                Font.loadFont(in, 13);
            }
        } catch (IOException _) {
            // A style sheet that names a missing font falls back to the platform's.
        }
    }
}
