package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a panel shows while it has nothing to show: a sign, what it is for, and what to do next. */
public final class EmptyState extends VBox {

    private final Node sign;
    private final Label title;
    private final Label hint;
    private final List<Node> actions;

    public EmptyState(Feather icon, String title, String hint, Node... actions) {
        super(Spacing.S);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        sign = Controls.icon(icon);
        sign.getStyleClass().add("empty-state-icon");
        this.title = Controls.label(title, "empty-state-title");
        this.hint = Controls.wrapped(hint, "empty-state-hint", "text-muted");
        this.actions = List.of(actions);
        getChildren().addAll(sign, this.title, this.hint);
        getChildren().addAll(actions);
        heightProperty().addListener((_, _, _) -> leaveOutWhatDoesNotFit());
    }

    /** Where there is little room what would lie over other things is not shown: first the sign, then hint and title. */
    private void leaveOutWhatDoesNotFit() {
        double room = getHeight() - snappedTopInset() - snappedBottomInset();
        for (Node action : actions) {
            room -= action.isManaged() ? heightOf(action) : 0;
        }
        for (Node part : List.of(title, hint, sign)) {
            room -= heightOf(part);
            Controls.show(part, room >= -getSpacing());
        }
    }

    private double heightOf(Node part) {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        return part.prefHeight(Math.min(width, part.maxWidth(-1))) + getSpacing();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /** As high as all of it, also while a part is left out: it comes back where there is room again. */
    @Override
    protected double computePrefHeight(double width) {
        double all = snappedTopInset() + snappedBottomInset() - getSpacing();
        for (Node part : getChildren()) {
            all += part.isManaged() || !actions.contains(part) ? heightOf(part) : 0;
        }
        return all;
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
