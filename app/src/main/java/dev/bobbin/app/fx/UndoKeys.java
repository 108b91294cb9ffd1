package dev.bobbin.app.fx;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys that take back and make again, where a control has a memory of its own. */
public final class UndoKeys {

    private static final KeyCombination UNDO = KeyCombination.keyCombination("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.keyCombination("Shortcut+Y");
    private static final KeyCombination REDO_TOO = KeyCombination.keyCombination("Shortcut+Shift+Z");

    private UndoKeys() {}

    /** Whether a key takes back. */
    public static boolean isUndo(KeyEvent event) {
        return UNDO.match(event);
    }

    /** Whether a key makes again. */
    public static boolean isRedo(KeyEvent event) {
        return REDO.match(event) || REDO_TOO.match(event);
    }
}
