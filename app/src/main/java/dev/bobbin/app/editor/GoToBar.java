package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.themes.Spacing;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** The bar above the editor that takes a line number. */
final class GoToBar extends HBox {

    private static final int MOST_DIGITS = 7;

    private final TextField number = new LimitedField();
    private final IntConsumer go;

    /** @param go receives the line, from 1, which may be beyond the end */
    GoToBar(IntConsumer go) {
        super(Spacing.S);
        this.go = go;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        number.setId("go-to-line");
        number.setPrefColumnCount(MOST_DIGITS);
        number.setAccessibleText(text("goto.prompt"));
        number.textProperty().addListener((_, before, now) -> {
            if (!now.matches("\\d{0," + MOST_DIGITS + "}")) {
                number.setText(before);
            }
        });
        number.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        getChildren()
                .addAll(Controls.label(text("goto.prompt")), number, Controls.label(text("goto.hint"), "text-muted"));
        Controls.show(this, false);
    }

    void open() {
        Controls.show(this, true);
        number.requestFocus();
        number.selectAll();
    }

    private void keyPressed(KeyEvent event) {
        boolean enter = event.getCode() == KeyCode.ENTER && !event.isShortcutDown();
        if (enter || event.getCode() == KeyCode.ESCAPE) {
            Controls.show(this, false);
            if (enter && !number.getText().isEmpty()) {
                go.accept(Integer.parseInt(number.getText()));
            }
            event.consume();
        }
    }
}
