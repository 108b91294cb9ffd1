package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom of the window. */
final class StatusBar extends HBox {

    StatusBar(StatusViewModel status) {
        super(Spacing.XL);
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label profile = Controls.label(text("status.profile", status.profile()));
        profile.setGraphic(Controls.icon(Feather.SLIDERS));
        profile.setMinWidth(Region.USE_PREF_SIZE);
        profile.setTooltip(new Tooltip(status.profileDocument()));
        getChildren()
                .addAll(
                        engine(status),
                        profile,
                        Controls.spring(),
                        path(Feather.FOLDER, "status.folder", status.folder()),
                        path(Feather.DATABASE, "status.standIns", status.standIns()));
    }

    private static Label engine(StatusViewModel status) {
        Label label = Controls.label("");
        label.setId("engine-state");
        label.setMinWidth(0);
        label.setGraphic(Controls.icon(Feather.CPU));
        label.textProperty().bind(status.engine());
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(status.engine());
        status.engine().addListener((_, _, _) -> label.getStyleClass().setAll("label", status.engineStyle()));
        label.getStyleClass().add(status.engineStyle());
        return label;
    }

    private static Label path(Feather icon, String key, StringBinding path) {
        Label label = Controls.label("");
        label.setGraphic(Controls.icon(icon));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMinWidth(0);
        label.textProperty().bind(path);
        label.visibleProperty().bind(path.isNotEmpty());
        label.managedProperty().bind(path.isNotEmpty());
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(path.map(p -> text(key, p)));
        label.accessibleTextProperty().bind(path.map(p -> text(key, p)));
        return label;
    }
}
