package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.io.ByteArrayInputStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A picture with its size; at first as large as the panel lets it, then as large as one likes. */
final class PicturePane extends VBox {

    private static final double STEP = 1.25;
    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 8;
    private static final double MARGIN = 12;

    private final TaskRunner tasks;
    private final ImageView view = new ImageView();
    private final ScrollPane frame = new ScrollPane();
    private final Label size = Controls.label("", "text-muted", "text-small");
    private byte @Nullable [] shown;

    /** Size on the screen by size in the file; 0 while the picture is fitted into the panel. */
    private double zoom;

    PicturePane(TaskRunner tasks) {
        this.tasks = tasks;
        view.setId("output-picture");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        size.setId("output-picture-size");
        StackPane middle = new StackPane(view);
        middle.getStyleClass().add("picture");
        frame.setContent(middle);
        frame.setFitToWidth(true);
        frame.setFitToHeight(true);
        frame.getStyleClass().add("edge-to-edge");
        frame.viewportBoundsProperty().addListener((_, _, _) -> layOut());
        VBox.setVgrow(frame, Priority.ALWAYS);
        HBox bar = new HBox(
                Spacing.S,
                button("picture.smaller", Feather.ZOOM_OUT, () -> zoomBy(1 / STEP)),
                button("picture.larger", Feather.ZOOM_IN, () -> zoomBy(STEP)),
                button("picture.actual", Feather.SQUARE, () -> zoomTo(1)),
                button("picture.fit", Feather.MAXIMIZE, () -> zoomTo(0)),
                size);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        getChildren().addAll(bar, frame);
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = Controls.iconButton(icon, text(key), action);
        button.setId(key.replace('.', '-'));
        return button;
    }

    /** Shows the picture of a file's bytes, once it is read; null for none. */
    void show(byte @Nullable [] bytes) {
        shown = bytes;
        view.setImage(null);
        size.setText("");
        if (bytes != null) {
            tasks.run(
                    () -> new Image(new ByteArrayInputStream(bytes)),
                    image -> {
                        if (bytes == shown) {
                            take(image);
                        }
                    },
                    _ -> size.setText(text("picture.broken")));
        }
    }

    private void take(Image image) {
        if (image.isError()) {
            size.setText(text("picture.broken"));
            return;
        }
        view.setImage(image);
        view.setAccessibleText(text("picture.name", (int) image.getWidth(), (int) image.getHeight()));
        zoomTo(0);
    }

    private void zoomBy(double factor) {
        zoomTo(Math.clamp(scale() * factor, SMALLEST, LARGEST));
    }

    private void zoomTo(double wanted) {
        zoom = wanted;
        layOut();
    }

    private void layOut() {
        Image image = view.getImage();
        if (image != null) {
            double scale = scale();
            view.setFitWidth(image.getWidth() * scale);
            size.setText(
                    text("picture.size", (int) image.getWidth(), (int) image.getHeight(), Math.round(scale * 100)));
        }
    }

    /** What fits is shown in its own size: small pictures are not blown up. */
    private double scale() {
        Image image = view.getImage();
        if (zoom > 0 || image == null) {
            return zoom > 0 ? zoom : 1;
        }
        double width = frame.getViewportBounds().getWidth() - 2 * MARGIN;
        double height = frame.getViewportBounds().getHeight() - 2 * MARGIN;
        return width <= 0 || height <= 0
                ? 1
                : Math.clamp(Math.min(width / image.getWidth(), height / image.getHeight()), SMALLEST, 1);
    }
}
