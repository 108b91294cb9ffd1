package dev.bobbin.themes;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;

/**
 * Makes the window's fonts known, so that it looks the same on every platform: Inter for text, JetBrains Mono for code.
 * Both come under the SIL Open Font License 1.1. Where one cannot be loaded, the platform's own font is used.
 */
public final class Fonts {

    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
    private static final String MONO = "/com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";
    private static final List<String> FILES = List.of(
            INTER + "Regular.otf", INTER + "SemiBold.otf", INTER + "Bold.otf", MONO + "Regular.ttf", MONO + "Bold.ttf");

    private Fonts() {}

    /** Loads the fonts; once, before the first scene is shown. */
    public static void load() {
        FILES.forEach(Fonts::load);
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
