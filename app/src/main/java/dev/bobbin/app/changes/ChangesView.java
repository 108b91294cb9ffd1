package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.diff.ChangeListPane;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.themes.Spacing;
import javafx.beans.value.ObservableStringValue;
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
        undo.setMinWidth(USE_PREF_SIZE);
        undo.disableProperty().bind(changes.canUndoProperty().not());
        undo.setOnAction(_ -> changes.undo());
        VBox words = new VBox(
                sentence("changes-subject", changes.subjectProperty()),
                sentence("undo-state", changes.stateProperty()));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox bar = new HBox(Spacing.S, undo, words);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        getChildren().addAll(bar, list);
    }

    private static Label sentence(String id, ObservableStringValue words) {
        Label label = Controls.wrapped("", "text-small");
        label.setId(id);
        label.textProperty().bind(words);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
