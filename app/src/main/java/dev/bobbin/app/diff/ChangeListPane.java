package dev.bobbin.app.diff;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.standin.words.ChangeLine;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import org.kordamp.ikonli.feather.Feather;

/** A list of changes above the one that is chosen, in full. */
public final class ChangeListPane extends SplitPane {

    private static final double LIST_SHARE = 0.5;

    private final ReadOnlyCode detail = new ReadOnlyCode(text("changes.detail"), _ -> List.of());

    /**
     * @param id of the list, for style sheets and tests
     * @param name of the list, for screen readers
     * @param nothing shown when there are no changes
     */
    public ChangeListPane(ChangeListViewModel model, String id, String name, Node nothing) {
        ListView<ChangeLine> list = new ListView<>(model.lines());
        list.setId(id);
        list.setAccessibleText(name);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setCellFactory(_ -> new LineCell());
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> model.look(line));
        detail.area().setId("change-detail");
        setOrientation(Orientation.VERTICAL);
        getItems().add(list);
        model.detailProperty().addListener((_, _, words) -> {
            detail.show(words);
            show(!words.isEmpty());
        });
        // After the list's own listener, which would take the choice of a line it does not know yet.
        model.lines().addListener((ListChangeListener<ChangeLine>) _ -> chooseFirst(model, list));
        chooseFirst(model, list);
    }

    private static void chooseFirst(ChangeListViewModel model, ListView<ChangeLine> list) {
        // Else a line that is the same as before would not be looked at anew.
        list.getSelectionModel().clearSelection();
        model.first().ifPresent(list.getSelectionModel()::select);
    }

    private void show(boolean wanted) {
        boolean shown = getItems().contains(detail);
        if (wanted && !shown) {
            getItems().add(detail);
            setDividerPositions(LIST_SHARE);
        } else if (!wanted && shown) {
            getItems().remove(detail);
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
