package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventTarget;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * A text field inside a cell: Enter, Tab and leaving take over what was typed, Esc does not. A text that such a field would
 * change, as it has several lines or is too long, can be read here but not written; nothing of it is lost.
 */
public final class InlineEditor {

    private static final String STYLE = "inline-editor";
    private static final KeyCombination PASTE = KeyCombination.keyCombination("Shortcut+V");

    private final TextField field = new LimitedField();
    private String original = "";
    private String shown = "";
    private boolean open;
    private @Nullable Consumer<String> cells;

    /** @param commit takes what was typed, or what was there @param cancel puts back what was there */
    public InlineEditor(Consumer<String> commit, Runnable cancel) {
        field.getStyleClass().add(STYLE);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                open = false;
                cancel.run();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
                close(commit);
            } else if (cells != null && pastesCells(event)) {
                close(commit);
                cells.accept(Clipboard.getSystemClipboard().getString());
            } else {
                return;
            }
            event.consume();
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                close(commit);
            }
        });
    }

    /** What a key writes that begins to type over a value; a blank chooses, as in every table. Empty for other keys. */
    public static Optional<String> written(KeyEvent event) {
        String written = event.getCharacter();
        boolean letter = !written.isBlank() && !Character.isISOControl(written.codePointAt(0));
        boolean command = event.isShortcutDown() || event.isMetaDown() || event.isAltDown() && !event.isControlDown();
        return letter && !command ? Optional.of(written) : Optional.empty();
    }

    /** Whether a key goes to such a field, which knows what Esc means. */
    static boolean has(EventTarget target) {
        return target instanceof TextField field && field.getStyleClass().contains(STYLE);
    }

    private void close(Consumer<String> commit) {
        if (open) {
            open = false;
            commit.accept(field.getText().equals(shown) ? original : field.getText());
        }
    }

    /**
     * Has cells copied elsewhere pasted as such: the field would run their lines together. What was typed until then is taken
     * over first.
     */
    public void onCells(Consumer<String> paste) {
        cells = paste;
    }

    private boolean pastesCells(KeyEvent event) {
        String copied = PASTE.match(event) ? Clipboard.getSystemClipboard().getString() : null;
        return copied != null && !CellText.isPlain(copied);
    }

    /**
     * Whether the keyboard is still the field's, so that what it was opened in gets it back; who took it elsewhere in the
     * window is not called back. To be asked before the field is taken out.
     */
    public boolean hasKeyboard() {
        return field.getScene() != null && field.getScene().getFocusOwner() == field;
    }

    /** Prepares the field for editing that text. */
    public TextField open(String words) {
        boolean held = LimitedField.fits(words) && CellText.isPlain(words);
        original = words;
        shown = held ? words : CellText.of(words);
        field.setEditable(held);
        field.setText(shown);
        field.setAccessibleText(shown);
        open = true;
        return field;
    }

    /** Goes on from what was typed before the field was open, which takes the place of all it holds. */
    public void type(String first) {
        if (field.isEditable()) {
            field.setText(first);
            field.end();
        }
    }

    /** Puts the keyboard into the field, all of it selected. */
    public void focus() {
        // A field selects all when it gets its skin while it has the keyboard: later than what is typed next.
        field.applyCss();
        field.requestFocus();
        field.selectAll();
        if (!field.isEditable()) {
            Beside.say(field, text("field.notInCell"));
        }
    }
}
