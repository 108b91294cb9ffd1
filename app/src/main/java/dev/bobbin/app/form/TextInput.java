package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;

/**
 * The text of a field: one line, several lines, or for a text too large to lay out, its beginning and its size. Pasting
 * several lines, or very much, changes from one to the other by itself; nothing pasted is cut.
 */
final class TextInput extends VBox {

    /** Longest text laid out for editing, in characters; a text area lays out all of it at once. */
    private static final int LONGEST = 100_000;

    private static final int SHOWN = 300;
    private static final int ROWS = 4;

    private final FieldViewModel field;
    private final boolean code;
    private boolean lines;
    private TextInputControl control;

    /** @param lines whether to begin with several lines @param code whether the text is code */
    TextInput(FieldViewModel field, boolean lines, boolean code) {
        super(Spacing.XS);
        this.field = field;
        this.lines = lines;
        this.code = code;
        this.control = lines ? area() : line();
        show();
        field.textProperty().addListener((_, _, _) -> {
            boolean fits = fits();
            if (fits != getChildren().contains(control) || (fits && !lines && isSeveralLines())) {
                show();
            }
        });
    }

    /** The control that takes the keyboard. */
    TextInputControl control() {
        return control;
    }

    /** Offers several lines from now on. */
    void useLines() {
        lines = true;
        show();
        control.requestFocus();
    }

    boolean hasLines() {
        return lines;
    }

    private boolean fits() {
        return field.textProperty().get().length() <= LONGEST;
    }

    private boolean isSeveralLines() {
        return field.textProperty().get().indexOf('\n') >= 0;
    }

    private void show() {
        control.textProperty().unbindBidirectional(field.textProperty());
        if (!fits()) {
            getChildren().setAll(large());
            return;
        }
        lines |= isSeveralLines();
        boolean focused = control.isFocused();
        control = lines ? area() : line();
        Controls.styleTwice(control);
        control.setId("field-" + field.parameter().name());
        control.setPromptText(field.prompt());
        control.textProperty().bindBidirectional(field.textProperty());
        if (code) {
            control.getStyleClass().add("code-input");
        }
        getChildren().setAll(control);
        if (focused) {
            control.requestFocus();
            control.end();
        }
    }

    private TextField line() {
        return new TextField() {
            @Override
            public void paste() {
                if (!takePasted()) {
                    super.paste();
                }
            }
        };
    }

    private TextArea area() {
        TextArea area = new TextArea() {
            @Override
            public void paste() {
                if (!takePasted()) {
                    super.paste();
                }
            }
        };
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        TabLeaves.install(area);
        return area;
    }

    /** Takes over what a control could not show, or would change; false when the control can do it. */
    private boolean takePasted() {
        String pasted = Clipboard.getSystemClipboard().getString();
        boolean tooMuch = pasted != null && pasted.length() + control.getLength() > LONGEST;
        boolean severalLines = pasted != null && !lines && pasted.strip().indexOf('\n') >= 0;
        if (!tooMuch && !severalLines) {
            return false;
        }
        var selection = control.getSelection();
        StringBuilder whole = new StringBuilder(control.getText());
        whole.replace(selection.getStart(), selection.getEnd(), pasted);
        field.textProperty().set(whole.toString());
        return true;
    }

    private Node large() {
        String whole = field.textProperty().get();
        Label beginning = Controls.wrapped(whole.substring(0, SHOWN) + "…", "code-text", "text-muted");
        String megabytes = String.format(Locale.ROOT, "%.1f", whole.length() / 1e6);
        Label size = Controls.wrapped(text("form.large", megabytes), "text-small");
        Button clear = new Button(text("form.large.clear"));
        clear.setOnAction(_ -> {
            field.textProperty().set("");
            control.requestFocus();
        });
        VBox box = new VBox(Spacing.S, size, beginning, clear);
        box.getStyleClass().add("large-value");
        return box;
    }
}
