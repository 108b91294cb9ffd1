package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.diff.ChangeListPane;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a run changed in rows, files, documents and events, with Undo. */
public final class ChangesView extends VBox {

    public ChangesView(ChangesViewModel changes) {
        ChangeListPane list = new ChangeListPane(
                changes.list(),
                "changes",
                text("changes.title"),
                new EmptyState(Feather.DATABASE, text("changes.empty.title"), text("changes.empty.hint")));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button undo = new Button(text("changes.undo"), Controls.icon(Feather.CORNER_UP_LEFT));
        undo.setId("undo-run");
        undo.getStyleClass().add("small");
        undo.disableProperty().bind(changes.canUndoProperty().not());
        undo.setOnAction(_ -> changes.undo());
        Label state = Controls.label("", "text-small");
        state.setId("undo-state");
        state.textProperty().bind(changes.stateProperty());
        Label subject = Controls.label("", "text-small");
        subject.setId("changes-subject");
        subject.textProperty().bind(changes.subjectProperty());
        subject.managedProperty().bind(changes.subjectProperty().isNotEmpty());
        HBox bar = new HBox(Spacing.S, undo, subject, state);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        getChildren().addAll(bar, list);
    }
}
