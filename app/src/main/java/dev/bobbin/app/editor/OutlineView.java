package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** All functions and classes of the script, also those that cannot be invoked; choosing one leads to it. */
public final class OutlineView extends TitledPane {

    private static final double HEIGHT = 240;
    private static final double INDENT = 14;

    private final EditorViewModel editor;
    private final ListView<Symbol> list = new ListView<>();

    /** @param open whether the list is unfolded, "true" or "false"; remembered by whoever owns it */
    public OutlineView(EditorViewModel editor, StringProperty open) {
        this.editor = editor;
        setText(text("outline.title"));
        setId("outline");
        getStyleClass().add("outline");
        setAnimated(false);
        setExpanded(Boolean.parseBoolean(open.get()));
        expandedProperty().addListener((_, _, now) -> open.set(now.toString()));
        list.setId("outline-list");
        list.setAccessibleText(text("outline.title"));
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setPrefHeight(HEIGHT);
        list.setPlaceholder(Controls.wrapped(text("outline.empty"), "text-muted", "text-small"));
        list.setCellFactory(_ -> new SymbolCell());
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                go();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                go();
                event.consume();
            }
        });
        setContent(list);
        editor.highlightProperty().addListener((_, _, made) -> show(made));
        show(editor.highlightProperty().get());
    }

    private void show(EditorViewModel.Highlight made) {
        if (!list.getItems().equals(made.symbols())) {
            list.getItems().setAll(made.symbols());
        }
    }

    private void go() {
        Symbol chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            editor.goTo(chosen);
        }
    }

    private static final class SymbolCell extends ListCell<Symbol> {

        SymbolCell() {
            // As wide as the list, so that long names end in dots instead of a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Symbol symbol, boolean empty) {
            super.updateItem(symbol, empty);
            setText(empty || symbol == null ? null : symbol.name());
            setTranslateX(empty || symbol == null ? 0 : symbol.depth() * INDENT);
        }
    }
}
