package dev.bobbin.app;

import dev.bobbin.app.settings.Settings;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Takes pictures of a window as it would look in every theme and size, one folder for each. */
final class PictureBook {

    /** How often a window is laid out until everything has found its place. */
    private static final int LAYOUTS = 4;

    private static final Variant USUAL = new Variant("light", 1280, 800, 100);

    /** One way to look: theme, size of the window in pixels, and size of everything in percent. */
    private record Variant(String theme, int width, int height, int zoom) {

        String name() {
            return theme + "-" + width + (zoom == 100 ? "" : "-" + zoom);
        }
    }

    private static final List<Variant> ALL = List.of(
            USUAL,
            new Variant("dark", 1280, 800, 100),
            new Variant("contrast", 1280, 800, 100),
            new Variant("light", 1920, 1080, 100),
            new Variant("dark", 1920, 1080, 100),
            new Variant("light", 1280, 800, 200));

    private final Path folder;
    private final String language;
    private final List<Variant> variants;

    /**
     * @param folder gets a folder for each way to look
     * @param language of the window, part of their names
     * @param looks names of the ways wanted, such as {@code dark-1920}; all when empty
     */
    PictureBook(Path folder, String language, Set<String> looks) {
        this.folder = folder;
        this.language = language;
        this.variants = ALL.stream()
                .filter(each -> looks.isEmpty() || looks.contains(each.name()))
                .toList();
    }

    /** Brings a window to the usual look, from which every picture starts. */
    void prepare(BenchDriver bench) throws Exception {
        show(bench, USUAL);
    }

    /** Takes a picture of a window in every theme and size. @param name of what is to be seen */
    void take(BenchDriver bench, String name) throws Exception {
        for (Variant variant : variants) {
            show(bench, variant);
            write(bench.stage, variant, name);
        }
        show(bench, USUAL);
    }

    /** Takes a picture in the usual look, together with what has popped up, which closes when its window changes. */
    void takePopups(BenchDriver bench, String name) throws Exception {
        write(bench.stage, USUAL, name);
    }

    private static void show(BenchDriver bench, Variant variant) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    Settings settings = bench.windows.settings();
                    settings.property("theme", "").set(variant.theme());
                    settings.property("zoom", "").set(String.valueOf(variant.zoom()));
                    bench.stage.setWidth(variant.width());
                    bench.stage.setHeight(variant.height());
                    return variant;
                })
                .get();
        for (int i = 0; i < LAYOUTS; i++) {
            WaitForAsyncUtils.asyncFx(() -> {
                        bench.stage.getScene().getRoot().applyCss();
                        bench.stage.getScene().getRoot().layout();
                    })
                    .get();
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void write(Stage stage, Variant variant, String name) throws Exception {
        BufferedImage picture =
                WaitForAsyncUtils.asyncFx(() -> pictureOf(stage)).get();
        Path file = folder.resolve(language + "-" + variant.name()).resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage pictureOf(Stage stage) {
        Scene scene = stage.getScene();
        BufferedImage picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        Graphics2D over = picture.createGraphics();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popup && popup.isShowing()) {
                SnapshotParameters clear = new SnapshotParameters();
                clear.setFill(Color.TRANSPARENT);
                over.drawImage(
                        SwingFXUtils.fromFXImage(popup.getScene().getRoot().snapshot(clear, null), null),
                        (int) Math.round(popup.getX() - stage.getX() - scene.getX()),
                        (int) Math.round(popup.getY() - stage.getY() - scene.getY()),
                        null);
            }
        }
        over.dispose();
        return picture;
    }
}
