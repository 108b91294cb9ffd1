package dev.bobbin.app.functions;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Functions explorer on the left. */
public final class FunctionsView extends VBox {

    private final FunctionsViewModel functions;
    private final ListView<FunctionsViewModel.Row> list = new ListView<>();

    /** @param below what stands below the list */
    public FunctionsView(FunctionsViewModel functions, Node below) {
        this.functions = functions;
        getStyleClass().add("side-panel");
        list.setId("functions");
        list.setAccessibleText(text("functions.title"));
        list.setItems(functions.functions());
        list.setCellFactory(_ -> new FunctionCell());
        list.setPlaceholder(new EmptyState(Feather.CODE, text("functions.empty.title"), text("functions.empty.hint"))
                .unless(functions.reading()));
        list.getStyleClass().addAll("edge-to-edge", "function-list");
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null && !row.name().equals(functions.selected())) {
                functions.select(row);
            }
        });
        list.setOnMouseClicked(event -> {
            var row = list.getSelectionModel().getSelectedItem();
            if (event.getButton() == MouseButton.PRIMARY && row != null) {
                if (event.getClickCount() == 2) {
                    functions.reveal(row);
                } else {
                    functions.show(row);
                }
            }
        });
        list.setOnKeyPressed(event -> {
            boolean chosen = !list.getSelectionModel().isEmpty();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && chosen) {
                functions.reveal(list.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        functions.onSelected(this::showSelected);
        functions.functions().addListener((ListChangeListener<Object>) _ -> showSelected());
        showSelected();
        VBox.setVgrow(list, Priority.ALWAYS);
        Label title = Controls.label(text("functions.title"), "panel-title", "panel-header");
        title.setLabelFor(list);
        getChildren().addAll(title, list, below);
    }

    /** Puts the keyboard into the list. */
    public void focusList() {
        list.requestFocus();
    }

    private void showSelected() {
        list.getItems().stream()
                .filter(row -> row.name().equals(functions.selected()))
                .findFirst()
                .ifPresentOrElse(
                        row -> list.getSelectionModel().select(row),
                        () -> list.getSelectionModel().clearSelection());
    }
}
