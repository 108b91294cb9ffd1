package dev.bobbin.app.fx;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Ctrl+F where the keyboard is: leads to the field that searches this part of the window, else it is the editor's. */
public final class FindKey {

    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");

    private FindKey() {}

    /** For a part that has a field of its own. */
    public static void on(Node part, TextField field) {
        on(part, () -> Optional.of(field));
    }

    /** For a part that has one only while it shows something. @param field asked for when the key is pressed */
    public static void on(Node part, Supplier<Optional<TextField>> field) {
        part.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (FIND.match(event)) {
                field.get().ifPresent(found -> {
                    found.requestFocus();
                    found.selectAll();
                    event.consume();
                });
            }
        });
    }
}
