package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.CellText;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.text.LayoutCost;
import dev.bobbin.themes.Spacing;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The text of a field: one line, several lines, or for a text too large to lay out, its beginning and its size. Pasting
 * several lines, or very much, changes from one to the other by itself; nothing pasted is cut.
 */
final class TextInput extends VBox {

    /** Longest text laid out for editing, in Latin letters; a text area lays out all of it at once. */
    private static final int LONGEST = 100_000;

    private static final int ROWS = 4;

    private final FieldViewModel field;
    private final boolean code;
    private boolean lines;
    private final Button clear = new Button(text("form.large.clear"));
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
            boolean fits = fits(field.textProperty().get());
            if (fits != getChildren().contains(control) || (fits && !lines && needsLines())) {
                show();
            }
        });
    }

    /** Puts the keyboard into the text, or on what stands for it. */
    void focusInput() {
        if (control.getParent() == null) {
            clear.requestFocus();
        } else {
            control.requestFocus();
        }
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

    private static boolean fits(String whole) {
        return LayoutCost.fits(whole, LONGEST);
    }

    /** Whether one line cannot hold the text. */
    private boolean needsLines() {
        String whole = field.textProperty().get();
        return !LimitedField.fits(whole) || whole.indexOf('\n') >= 0;
    }

    private void show() {
        control.textProperty().unbindBidirectional(field.textProperty());
        control.promptTextProperty().unbind();
        if (!fits(field.textProperty().get())) {
            getChildren().setAll(large());
            return;
        }
        lines |= needsLines();
        boolean focused = control.isFocused();
        control = lines ? area() : line();
        Controls.styleTwice(control);
        control.setId("field-" + field.parameter().name());
        control.promptTextProperty()
                .bind(Bindings.createStringBinding(field::prompt, field.textProperty(), field.sendingProperty()));
        control.textProperty().bindBidirectional(field.textProperty());
        if (code) {
            control.getStyleClass().add("code-input");
        }
        // A default is there to be replaced; who comes with the pointer would write into the middle of it.
        control.setOnMouseReleased(_ -> {
            boolean standard = field.sendingProperty().get() == FieldViewModel.Sending.DEFAULT;
            if (standard && control.getSelectedText().isEmpty()) {
                control.selectAll();
            }
        });
        VBox.setVgrow(control, Priority.ALWAYS);
        getChildren().setAll(control);
        if (focused) {
            control.requestFocus();
            control.end();
        }
    }

    private TextField line() {
        return new LimitedField() {
            @Override
            protected boolean accepts(String whole) {
                return super.accepts(whole) && whole.strip().indexOf('\n') < 0;
            }

            @Override
            protected void refuse(String whole) {
                field.textProperty().set(whole);
            }
        };
    }

    private TextArea area() {
        TextArea area = new TextArea();
        LimitedField.guard(area, TextInput::fits, field.textProperty()::set);
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        TabLeaves.install(area);
        return area;
    }

    private Node large() {
        String whole = field.textProperty().get();
        Label beginning = Controls.wrapped(CellText.of(whole), "code-text", "text-muted");
        Label size = Controls.wrapped(text("form.large", whole.length()), "text-small");
        clear.setOnAction(_ -> {
            field.textProperty().set("");
            control.requestFocus();
        });
        clear.setId("clear-" + field.parameter().name());
        VBox box = new VBox(Spacing.S, size, beginning, clear);
        box.getStyleClass().add("large-value");
        return box;
    }
}
