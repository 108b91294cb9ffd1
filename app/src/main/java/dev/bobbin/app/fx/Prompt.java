package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.themes.Spacing;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line that asks for a name or a value, where others would open a dialog: Enter takes it, Esc does not. */
public final class Prompt extends HBox {

    private final Label question = Controls.label("", "text-small");
    private final HBox place = new HBox();
    private TextField field = new LimitedField();
    private Consumer<String> taker = _ -> {};
    private @Nullable Node before;

    public Prompt() {
        super(Spacing.S);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("panel-bar", "prompt");
        HBox.setHgrow(place, Priority.ALWAYS);
        Button take = new Button(text("prompt.take"), Controls.icon(Feather.CHECK));
        take.setId("prompt-take");
        take.getStyleClass().add("small");
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(_ -> take());
        getChildren().addAll(question, place, take, Controls.iconButton(Feather.X, text("prompt.cancel"), this::close));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Controls.show(this, false);
    }

    /** Asks. @param words what the field is for @param suggestion what it holds at first @param then takes the answer */
    public void ask(String words, String suggestion, Consumer<String> then) {
        ask(new LimitedField(suggestion), words, then);
    }

    /** Asks for what nobody else should read over the shoulder. @param words see above @param then see above */
    public void askMasked(String words, Consumer<String> then) {
        ask(LimitedField.guarded(new PasswordField()), words, then);
    }

    private void ask(TextField asking, String words, Consumer<String> then) {
        field = asking;
        Controls.styleTwice(field);
        field.setId("prompt");
        field.setOnAction(_ -> take());
        HBox.setHgrow(field, Priority.ALWAYS);
        place.getChildren().setAll(field);
        question.setLabelFor(field);
        before = getScene() == null ? null : getScene().getFocusOwner();
        question.setText(words);
        field.setAccessibleText(words);
        taker = then;
        Controls.show(this, true);
        field.requestFocus();
        field.selectAll();
    }

    private void take() {
        String answer = field.getText();
        Consumer<String> then = taker;
        close();
        then.accept(answer);
    }

    private void close() {
        Controls.show(this, false);
        field.clear();
        if (before != null) {
            before.requestFocus();
        }
    }
}
