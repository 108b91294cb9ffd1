package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the last run changed in rows, files, documents and events, with Undo. */
public final class ChangesView extends VBox {

    private static final double LIST_SHARE = 0.5;

    public ChangesView(ChangesViewModel changes) {
        ListView<ChangeLine> list = new ListView<>(changes.lines());
        list.setId("changes");
        list.setAccessibleText(text("changes.title"));
        list.getStyleClass().add("edge-to-edge");
        list.setCellFactory(_ -> new LineCell());
        list.setPlaceholder(new EmptyState(Feather.DATABASE, text("changes.empty.title"), text("changes.empty.hint")));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> changes.look(line));
        ReadOnlyCode detail = new ReadOnlyCode(text("changes.detail"), _ -> List.of());
        detail.area().setId("change-detail");
        SplitPane split = new SplitPane(list);
        split.setOrientation(Orientation.VERTICAL);
        VBox.setVgrow(split, Priority.ALWAYS);
        changes.detailProperty().addListener((_, _, words) -> {
            detail.show(words);
            show(split, detail, !words.isEmpty());
        });
        Button undo = new Button(text("changes.undo"), Controls.icon(Feather.CORNER_UP_LEFT));
        undo.setId("undo-run");
        undo.getStyleClass().add("small");
        undo.disableProperty().bind(changes.canUndoProperty().not());
        undo.setOnAction(_ -> changes.undo());
        Label state = Controls.label("", "text-small");
        state.setId("undo-state");
        state.textProperty().bind(changes.stateProperty());
        HBox bar = new HBox(Spacing.S, undo, state);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        getChildren().addAll(bar, split);
    }

    private static void show(SplitPane split, ReadOnlyCode detail, boolean wanted) {
        boolean shown = split.getItems().contains(detail);
        if (wanted && !shown) {
            split.getItems().add(detail);
            split.setDividerPositions(LIST_SHARE);
        } else if (!wanted && shown) {
            split.getItems().remove(detail);
        }
    }

    /** A change: a sign, and what it is in words. */
    private static final class LineCell extends ListCell<ChangeLine> {
        @Override
        protected void updateItem(ChangeLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("section-title", "code-text");
            if (empty || line == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean heading = line.kind() == ChangeLine.Kind.HEADING;
            getStyleClass().add(heading ? "section-title" : "code-text");
            setText(line.words());
            setAccessibleText(text("changes.line." + line.kind()) + " " + line.words());
            setGraphic(
                    switch (line.kind()) {
                        case HEADING -> Controls.icon(Feather.DATABASE);
                        case ADDED -> Controls.icon(Feather.PLUS);
                        case CHANGED -> Controls.icon(Feather.EDIT_2);
                        case REMOVED -> Controls.icon(Feather.MINUS);
                    });
        }
    }
}
