package dev.bobbin.app.welcome;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.app.workspace.WorkspaceItems;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The items of a workspace to choose from: a field narrows the list, Enter opens what is chosen. */
final class ItemsView extends VBox {

    private static final double ROW = 32;

    /** Some rows, however low the window. */
    private static final double MIN_HEIGHT = 5 * ROW;

    private final ItemsViewModel items;
    private final Label title = Controls.label("", "section-title");
    private final Label place = Controls.label("", "text-muted", "text-small");
    private final Label count = Controls.label("", "text-muted", "text-small");
    private final TextField words = new LimitedField();
    private final ListView<Path> list = new ListView<>();

    ItemsView(ItemsViewModel items) {
        super(Spacing.S);
        this.items = items;
        setId("items");
        Button back = new Button(text("items.back"), Controls.icon(Feather.ARROW_LEFT));
        back.setId("items-back");
        back.getStyleClass().add("flat");
        back.setOnAction(_ -> items.back());
        WrappingBar head = new WrappingBar(Spacing.S, title, Controls.spring(), back);
        head.getStyleClass().add("bare");
        words.setId("items-words");
        words.setPromptText(text("items.words"));
        words.setAccessibleText(text("items.words"));
        words.textProperty().bindBidirectional(items.wordsProperty());
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInField);
        list.setId("items-list");
        list.setFixedCellSize(ROW);
        list.setMinHeight(MIN_HEIGHT);
        list.setItems(items.shown());
        list.setCellFactory(_ -> new ItemCell());
        list.setPlaceholder(Controls.label(text("palette.nothing"), "text-muted"));
        list.setOnKeyPressed(this::keyInList);
        count.setId("items-count");
        VBox.setVgrow(list, Priority.ALWAYS);
        items.shown().addListener((ListChangeListener<Path>) _ -> shown());
        items.workspaceProperty().addListener((_, _, _) -> shown());
        getChildren().addAll(head, place, words, list, count);
        shown();
    }

    /** Gives the keyboard to what narrows the list. */
    void focusStart() {
        words.requestFocus();
    }

    private void shown() {
        WorkspaceItems workspace = items.workspaceProperty().get();
        if (workspace == null) {
            return;
        }
        String name = items.nameOf(workspace.root());
        title.setText(text("items.title", name));
        place.setText(workspace.root().toString());
        list.setAccessibleText(text("items.title", name));
        count.setText(
                text("items.count", items.shown().size(), workspace.items().size()));
        list.getSelectionModel().selectFirst();
    }

    private void keyInField(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(chosen + 1);
            case UP -> choose(chosen - 1);
            case ENTER -> open();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void keyInList(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open();
            event.consume();
        }
    }

    private void choose(int index) {
        if (index >= 0 && index < items.shown().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(index);
        }
    }

    /** First the words go, then the list. */
    private void leave() {
        if (words.getText().isEmpty()) {
            items.back();
        } else {
            words.clear();
        }
    }

    private void open() {
        Path chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            items.open(chosen);
        }
    }

    private final class ItemCell extends ListCell<Path> {

        private final Label name = Controls.label("", "recent-name");
        private final Label folder = Controls.label("", "text-muted", "text-small");
        private final HBox box = new HBox(Spacing.M, name, folder);

        ItemCell() {
            // What has no room ends in dots.
            setPrefWidth(0);
            name.setMinWidth(USE_PREF_SIZE);
            box.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    list.getSelectionModel().select(getItem());
                    open();
                }
            });
        }

        @Override
        protected void updateItem(Path item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(items.nameOf(item));
            folder.setText(String.valueOf(item.getFileName()));
            setAccessibleText(name.getText());
            setGraphic(box);
        }
    }
}
