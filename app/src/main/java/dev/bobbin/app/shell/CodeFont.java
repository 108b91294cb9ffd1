package dev.bobbin.app.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/** The font that code is shown in, as a style sheet over the theme's. */
public final class CodeFont {

    /** The one that comes with Bobbin. */
    public static final String USUAL = "JetBrains Mono";

    /** Its size in pixels. */
    public static final int USUAL_SIZE = 13;

    public static final int LEAST_SIZE = 8;
    public static final int MOST_SIZE = 40;

    /** What a row of the logs is higher than code, in pixels. */
    private static final int LOG_GAP = 7;

    /** Fonts of equal widths that systems and editors bring. */
    private static final List<String> KNOWN = List.of(
            "Cascadia Code",
            "Cascadia Mono",
            "Consolas",
            "Courier New",
            "DejaVu Sans Mono",
            "Fira Code",
            "IBM Plex Mono",
            "Liberation Mono",
            "Menlo",
            "Monaco",
            "Noto Sans Mono",
            "SF Mono",
            "Source Code Pro",
            "Ubuntu Mono");

    private CodeFont() {}

    /** The fonts to choose from: Bobbin's own, the system's, and those known that are installed here. */
    public static List<String> available() {
        List<String> installed = Font.getFamilies();
        List<String> known = KNOWN.stream().filter(installed::contains).toList();
        return Stream.concat(Stream.of(USUAL, "Monospaced"), known.stream()).toList();
    }

    /** The style sheet for a font, as an address; none for the usual one. @param size in pixels, as text */
    static List<String> stylesheets(String family, String size) {
        String name = family.replaceAll("[\"\\\\\\p{Cntrl}]", "");
        int pixels = pixels(size);
        if (name.equals(USUAL) && pixels == USUAL_SIZE) {
            return List.of();
        }
        // Code beside other text is a little smaller than in editors, in the theme as here.
        String css = """
                .styled-text-area { -fx-font-family: "%1$s"; -fx-font-size: %2$dpx; }
                .code-text, .code-input, .gutter, .tree-summary, .markdown-code, .log-list .list-cell {
                  -fx-font-family: "%1$s"; -fx-font-size: %3$dpx;
                }
                .log-list { -fx-fixed-cell-size: %4$dpx; }
                """.formatted(name, pixels, pixels - 1, pixels + LOG_GAP);
        return List.of("data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(UTF_8)));
    }

    private static int pixels(String size) {
        try {
            return Math.clamp(Integer.parseInt(size), LEAST_SIZE, MOST_SIZE);
        } catch (NumberFormatException _) {
            return USUAL_SIZE;
        }
    }
}
