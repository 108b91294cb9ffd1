package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.themes.Spacing;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line that asks for a name or a value, where others would open a dialog: Enter takes it, Esc does not. */
public final class Prompt extends VBox {

    private final Label question = Controls.wrapped("", "text-small");
    private final HBox place = new HBox();
    private final Label problem = Controls.wrapped("", "text-small", "field-message");
    private TextField field = new LimitedField();
    private Function<String, Optional<String>> taker = _ -> Optional.empty();
    private @Nullable Node before;

    public Prompt() {
        super(Spacing.XS);
        getStyleClass().add("prompt");
        // What is below gives way, however little room there is.
        setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(place, Priority.ALWAYS);
        Button take = new Button(text("prompt.take"), Controls.icon(Feather.CHECK));
        take.setId("prompt-take");
        take.getStyleClass().add("small");
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(_ -> take());
        HBox row = new HBox(Spacing.S, place, take, Controls.iconButton(Feather.X, text("prompt.cancel"), this::close));
        row.setAlignment(Pos.CENTER_LEFT);
        problem.setId("prompt-problem");
        getChildren().addAll(question, row, problem);
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
        askUntil(words, suggestion, answer -> {
            then.accept(answer);
            return Optional.empty();
        });
    }

    /**
     * Asks until the answer will do.
     *
     * @param words what the field is for
     * @param suggestion what it holds at first
     * @param then takes the answer, or says in words why it cannot
     */
    public void askUntil(String words, String suggestion, Function<String, Optional<String>> then) {
        ask(new LimitedField(suggestion), words, then);
    }

    /** Asks for what nobody else should read over the shoulder. @param words see above @param then see above */
    public void askMasked(String words, Consumer<String> then) {
        ask(LimitedField.guarded(new PasswordField()), words, answer -> {
            then.accept(answer);
            return Optional.empty();
        });
    }

    private void ask(TextField asking, String words, Function<String, Optional<String>> then) {
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
        say("");
        Controls.show(this, true);
        field.requestFocus();
        field.selectAll();
    }

    private void take() {
        String answer = field.getText();
        Function<String, Optional<String>> asked = taker;
        Node gone = before;
        // Closed first: what takes the answer may ask for something else.
        close();
        asked.apply(answer).ifPresent(why -> {
            ask(field, question.getText(), asked);
            field.setText(answer);
            field.selectAll();
            before = gone;
            say(why);
        });
    }

    private void say(String why) {
        problem.setText(why);
        Controls.show(problem, !why.isEmpty());
    }

    /** Gives the question up: what it was about is no longer to be seen. The keyboard stays where it is. */
    public void giveUp() {
        Controls.show(this, false);
        field.clear();
    }

    private void close() {
        giveUp();
        if (before != null) {
            before.requestFocus();
        }
    }
}
