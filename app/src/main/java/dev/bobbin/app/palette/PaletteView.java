package dev.bobbin.app.palette;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The palette, over the window: a field and a list; Enter does what is chosen, Esc leaves. */
public final class PaletteView extends VBox {

    private static final double WIDTH = 520;
    private static final double HEIGHT = 380;
    private static final double ROW = 32;

    private final PaletteViewModel palette = new PaletteViewModel();
    private final TextField words = new LimitedField();
    private final ListView<Choice> list = new ListView<>(palette.shown());
    private @Nullable Node before;

    public PaletteView() {
        super(Spacing.S);
        setId("palette");
        getStyleClass().add("palette");
        setMaxSize(WIDTH, HEIGHT);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        words.setId("palette-words");
        words.setAccessibleText(text("palette.commands"));
        words.textProperty().bindBidirectional(palette.wordsProperty());
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        words.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && !list.isFocused()) {
                Controls.show(this, false);
            }
        });
        list.setId("palette-list");
        list.setAccessibleText(text("palette.list"));
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new ChoiceCell());
        list.setPlaceholder(Controls.label(text("palette.nothing"), "text-muted"));
        palette.wordsProperty()
                .addListener((_, _, _) -> list.getSelectionModel().selectFirst());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(words, list);
        Controls.show(this, false);
    }

    /** Opens the palette with these choices. @param prompt what the field says while it is empty */
    public void open(String prompt, List<Choice> choices) {
        before = getScene().getFocusOwner();
        palette.offer(choices);
        words.setPromptText(prompt);
        words.setAccessibleText(prompt);
        Controls.show(this, true);
        list.getSelectionModel().selectFirst();
        words.requestFocus();
    }

    private void close() {
        Controls.show(this, false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void take() {
        Choice chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.action().run();
        }
    }

    private void keyPressed(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN) {
            choose(Math.min(chosen + 1, palette.shown().size() - 1));
        } else if (event.getCode() == KeyCode.UP) {
            choose(Math.max(chosen - 1, 0));
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private final class ChoiceCell extends ListCell<Choice> {

        private final Label title = Controls.label("", "palette-title");
        private final Label detail = Controls.label("", "text-muted", "text-small");
        private final HBox box = new HBox(Spacing.S, title, Controls.spring(), detail);

        ChoiceCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(_ -> {
                if (getItem() != null) {
                    list.getSelectionModel().select(getItem());
                    take();
                }
            });
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            title.setText(choice.title());
            detail.setText(choice.detail());
            setAccessibleText(choice.title() + " " + choice.detail());
            setGraphic(box);
        }
    }
}
