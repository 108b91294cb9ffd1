package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a panel shows while it has nothing to show: a sign, what it is for, and what to do next. */
public final class EmptyState extends VBox {

    public EmptyState(Feather icon, String title, String hint, Node... actions) {
        super(Spacing.S);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Node sign = Controls.icon(icon);
        sign.getStyleClass().add("empty-state-icon");
        getChildren()
                .addAll(
                        sign,
                        Controls.label(title, "empty-state-title"),
                        Controls.wrapped(hint, "empty-state-hint", "text-muted"));
        getChildren().addAll(actions);
    }

    /** This while nothing is being read, and a word that it is while there may be something yet. */
    public Node unless(ObservableBooleanValue reading) {
        EmptyState waiting = new EmptyState(Feather.CLOCK, text("empty.reading"), "");
        for (Node state : List.of(this, waiting)) {
            state.managedProperty().bind(state.visibleProperty());
        }
        waiting.visibleProperty().bind(reading);
        visibleProperty().bind(Bindings.not(reading));
        return new StackPane(this, waiting);
    }
}
