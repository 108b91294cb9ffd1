package dev.bobbin.app.fx;

import dev.bobbin.emulator.finding.Severity;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small makers of controls that every feature needs in the same form. */
public final class Controls {

    private Controls() {}

    /** An icon in the size of text; pure decoration, so it is no stop for screen readers. */
    public static FontIcon icon(Feather icon) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().add("bench-icon");
        return node;
    }

    /** Sign of a finding's severity. */
    public static Feather sign(Severity severity) {
        return switch (severity) {
            case ERROR -> Feather.ALERT_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case INFO -> Feather.INFO;
        };
    }

    /** A button that shows only an icon; its name is its tooltip and what a screen reader says. */
    public static Button iconButton(Feather icon, String name, Runnable action) {
        Button button = new Button(null, icon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A text of these style classes. */
    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A text that takes as many lines as it needs. */
    public static Label wrapped(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What takes the room that is left in a row. */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Does something on the FX thread in a turn of its own, after what goes on there now. */
    public static void inNextTurn(Runnable action) {
        Platform.runLater(action);
    }

    /** Asks for a frame, and the layout before it, even when nothing that is shown has changed. */
    public static void askForFrame() {
        Platform.requestNextPulse();
    }

    /** Shows a node, or takes it out of the layout. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Has a table select its first row when it has or gets the keyboard with none selected: the arrow keys go on from there. */
    public static void selectWhenFocused(TableView<?> table) {
        Runnable select = () -> {
            if (table.isFocused()
                    && table.getSelectionModel().isEmpty()
                    && !table.getItems().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        };
        table.focusedProperty().addListener((_, _, _) -> select.run());
        select.run();
    }

    /**
     * Has a text input styled a second time once it is laid out. The toolkit leaves the colour of a text that was there from
     * the beginning black until its styles change, which cannot be read in dark themes.
     */
    public static void styleTwice(TextInputControl input) {
        input.widthProperty().addListener((_, before, _) -> {
            if (before.doubleValue() == 0) {
                input.getStyleClass().add("laid-out");
            }
        });
    }
}
