package dev.bobbin.app.suggest;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/** The list of what could be written at the caret; the keyboard stays in the text. */
final class CompletionPopup {

    private static final double WIDTH = 420;
    private static final double ROW = 26;
    private static final int MOST_ROWS = 9;

    private final CodeArea area;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();
    private int from;

    CompletionPopup(CodeArea area) {
        this.area = area;
        list.setId("completion");
        list.setAccessibleText(text("completion.title"));
        list.getStyleClass().add("completion");
        list.setPrefWidth(WIDTH);
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(Controls.label(text("completion.nothing"), "text-muted", "text-small"));
        list.setCellFactory(_ -> new SuggestionCell());
        list.setOnMouseClicked(_ -> take());
        popup.setAutoHide(true);
        popup.getContent().add(list);
    }

    /** Whether it is to be seen. */
    boolean isOpen() {
        return popup.isShowing();
    }

    /** Shows what fits; nothing when nothing does. */
    void show(Completion completion) {
        if (completion.suggestions().isEmpty()) {
            popup.hide();
            return;
        }
        from = completion.from();
        list.getItems().setAll(completion.suggestions());
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        show(completion.suggestions().size());
    }

    /** Says that nothing fits, until the next key, which is the text's. */
    void showNothing() {
        list.getItems().clear();
        show(1);
    }

    private void show(int rows) {
        Bounds caret = area.getCaretBounds().orElse(null);
        if (caret == null) {
            popup.hide();
            return;
        }
        list.setPrefHeight(Math.min(MOST_ROWS, rows) * ROW + 2);
        list.getStylesheets().setAll(area.getScene().getStylesheets());
        popup.show(area, caret.getMinX(), caret.getMaxY() + 2);
    }

    /** Takes it away. */
    void hide() {
        popup.hide();
    }

    /** Keys the list takes while it is open; true when it took one. */
    boolean takes(KeyEvent event) {
        // With another key held down it is a command, such as Ctrl+Enter.
        if (!isOpen() || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        if (list.getItems().isEmpty()) {
            hide();
            return event.getCode() == KeyCode.ESCAPE;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(Math.min(chosen + 1, list.getItems().size() - 1));
            case UP -> choose(Math.max(chosen - 1, 0));
            case ENTER, TAB -> take();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void take() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            area.replaceText(from, area.getCaretPosition(), chosen.words());
            area.moveTo(from + Suggestion.caretIn(chosen.words()));
        }
    }

    private static final class SuggestionCell extends ListCell<Suggestion> {

        private final Label words = Controls.label("", "code-text");
        private final Label kind = Controls.label("", "text-muted", "text-small");
        private final HBox box = new HBox(Spacing.S, words, Controls.spring(), kind);

        SuggestionCell() {
            // As wide as the list: a bar to scroll sideways would hide the last row. The explanation is cut first.
            setPrefWidth(0);
            words.setMinWidth(Region.USE_PREF_SIZE);
            kind.setMinWidth(0);
        }

        @Override
        protected void updateItem(Suggestion suggestion, boolean empty) {
            super.updateItem(suggestion, empty);
            if (empty || suggestion == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            words.setText(suggestion.words());
            kind.setText(suggestion.kind());
            setAccessibleText(suggestion.words() + ", " + suggestion.kind());
            setGraphic(box);
        }
    }
}
