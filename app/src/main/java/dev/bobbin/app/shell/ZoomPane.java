package dev.bobbin.app.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/** Shows its content larger or smaller, laid out for the room that is left then. */
final class ZoomPane extends Pane {

    static final double LEAST = 0.7;
    static final double MOST = 2.5;

    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final Parent content;

    ZoomPane(Parent content) {
        this.content = content;
        Scale scale = new Scale(1, 1, 0, 0);
        content.getTransforms().add(scale);
        getChildren().add(content);
        zoom.addListener((_, _, now) -> {
            scale.setX(now.doubleValue());
            scale.setY(now.doubleValue());
            requestLayout();
        });
    }

    /** 1 is the usual size; between {@link #LEAST} and {@link #MOST}. */
    DoubleProperty zoomProperty() {
        return zoom;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / zoom.get(), getHeight() / zoom.get());
    }
}
