package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom of the window. */
final class StatusBar extends HBox {

    private static final double PROGRESS_WIDTH = 60;

    /** Room for the states that are no failure. */
    private static final double LEAST_ENGINE_WIDTH = 210;

    /** In less width the choices show their icon alone, so that problems and folder stay to be seen, in pixels. */
    private static final double NARROW = 900;

    private final BooleanBinding narrow = widthProperty().lessThan(NARROW);

    /**
     * @param badDays says which connections go wrong on purpose; empty when none does
     * @param showConnections brings the page that switches that off into view
     * @param showProblems brings the list of problems into view
     * @param showProfile opens the page on the profile's values
     * @param showPersonas opens the page on the personas
     */
    StatusBar(
            StatusViewModel status,
            StringBinding badDays,
            Runnable showConnections,
            Runnable showProblems,
            Runnable showProfile,
            Runnable showPersonas) {
        super(Spacing.M);
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        engine(status),
                        progress(status),
                        iconWhereNarrow(new ProfileMenu(status, showProfile)),
                        iconWhereNarrow(new PersonaMenu(status, showPersonas)),
                        notable(
                                "status-problems",
                                Feather.ALERT_TRIANGLE,
                                status.problems(),
                                text("status.problems.hint"),
                                showProblems),
                        notable(
                                "status-bad-day",
                                Feather.CLOUD_LIGHTNING,
                                badDays,
                                text("status.badDay.hint"),
                                showConnections),
                        Controls.spring(),
                        path(Feather.FOLDER, "status.folder", status.folder()),
                        iconWhereNarrow(path(Feather.DATABASE, "status.standIns", status.standIns())));
    }

    private <T extends Labeled> T iconWhereNarrow(T labeled) {
        labeled.contentDisplayProperty()
                .bind(Bindings.when(narrow).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.LEFT));
        return labeled;
    }

    private Label engine(StatusViewModel status) {
        Label label = Controls.label("");
        label.setId("engine-state");
        label.minWidthProperty().bind(Bindings.when(narrow).then(0.0).otherwise(LEAST_ENGINE_WIDTH));
        label.setGraphic(Controls.icon(Feather.CPU));
        label.textProperty().bind(status.engine());
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(status.engine());
        status.engine().addListener((_, _, _) -> label.getStyleClass().setAll("label", status.engineStyle()));
        label.getStyleClass().add(status.engineStyle());
        return label;
    }

    /** An indeterminate bar animates, and costs, as long as it is in the scene: it is there only while it means something. */
    private static Node progress(StatusViewModel status) {
        HBox place = new HBox();
        place.setAlignment(Pos.CENTER);
        status.warmingUp().addListener((_, _, warming) -> place.getChildren().setAll(bars(warming)));
        place.getChildren().setAll(bars(status.warmingUp().get()));
        Controls.show(place, true);
        place.managedProperty().bind(status.warmingUp());
        return place;
    }

    private static List<Node> bars(boolean warming) {
        if (!warming) {
            return List.of();
        }
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.setPrefWidth(PROGRESS_WIDTH);
        bar.setAccessibleText(text("engine.warming"));
        return List.of(bar);
    }

    /** Something to know, as long as there is, that leads to where more is said about it. */
    private static Button notable(String id, Feather icon, StringBinding words, String hint, Runnable lead) {
        Button button = new Button(null, Controls.icon(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "status-choice");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(words);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(_ -> lead.run());
        button.visibleProperty().bind(words.isNotEmpty());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Label path(Feather icon, String key, StringBinding path) {
        Label label = Controls.label("");
        label.setId(key.replace('.', '-'));
        label.setGraphic(Controls.icon(icon));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        label.setMinWidth(0);
        label.textProperty().bind(Bindings.createStringBinding(() -> shown(path.get()), path, narrow));
        label.visibleProperty().bind(path.isNotEmpty());
        label.managedProperty().bind(path.isNotEmpty());
        label.setTooltip(new Tooltip());
        label.getTooltip().textProperty().bind(path.map(p -> text(key, p)));
        label.accessibleTextProperty().bind(path.map(p -> text(key, p)));
        return label;
    }

    /** A path, or only what is last in it where there is little room. */
    private String shown(String path) {
        return narrow.get() && !path.isEmpty() ? String.valueOf(Path.of(path).getFileName()) : path;
    }
}
