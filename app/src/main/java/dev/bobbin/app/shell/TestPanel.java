package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.form.FormView;
import dev.bobbin.app.fx.Controls;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The panel at the right: the form, the data its function is connected to, how the last run ended, and Run. Where there is
 * little height, as in a large type on a small screen, the connected data scroll with the form's fields.
 */
final class TestPanel extends VBox {

    private static final double LEAST_FORM_HEIGHT = 90;

    /** The heading of the connections and the first of them, with two lines. */
    private static final double LEAST_CONNECTIONS_HEIGHT = 102;

    /** Below this there is no room for form and connections one above the other, in pixels. */
    private static final double LOW = 380;

    private final Node title = Controls.label(text("test.title"), "panel-title", "panel-header");
    private final ScrollPane connections = new ScrollPane();
    private final FormView form;
    private final Region connected;

    /** @param below what stands below form and connections */
    TestPanel(FormView form, Region connected, Node... below) {
        this.form = form;
        this.connected = connected;
        connections.setFitToWidth(true);
        connections.setFocusTraversable(false);
        connections.getStyleClass().add("page");
        connections.setMinHeight(LEAST_CONNECTIONS_HEIGHT);
        // As high as what wraps in it turns out, but the form is what one works with.
        connections
                .prefViewportHeightProperty()
                .bind(Bindings.min(connected.heightProperty(), heightProperty().divide(3)));
        form.setMinHeight(LEAST_FORM_HEIGHT);
        VBox.setVgrow(form, Priority.ALWAYS);
        VBox.setVgrow(connections, Priority.SOMETIMES);
        getChildren().addAll(title, form, connections);
        getChildren().addAll(below);
        getStyleClass().add("side-panel");
        var low = heightProperty().greaterThan(0).and(heightProperty().lessThan(LOW));
        var apart = low.not().and(connected.visibleProperty());
        connections.visibleProperty().bind(apart);
        connections.managedProperty().bind(apart);
        low.addListener((_, _, now) -> fit(now));
        fit(low.get());
    }

    private void fit(boolean low) {
        Controls.show(title, !low);
        form.follow(low ? connected : null);
        connections.setContent(low ? null : connected);
    }
}
