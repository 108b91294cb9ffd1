package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Cut, copy, paste and select all: the same as pressing their keys where the keyboard is, so that every text and table
 * does what it does then. They are no accelerators, which would take those keys away from tables.
 */
final class ClipboardItems {

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private ClipboardItems() {}

    /** @param focused what has the keyboard; null when nothing does */
    static List<MenuItem> of(Supplier<@Nullable Node> focused) {
        return List.of(
                item("menu.cut", KeyCode.X, focused),
                item("menu.copy", KeyCode.C, focused),
                item("menu.paste", KeyCode.V, focused),
                item("menu.selectAll", KeyCode.A, focused));
    }

    private static MenuItem item(String key, KeyCode code, Supplier<@Nullable Node> focused) {
        String keys = new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN).getDisplayText();
        MenuItem item = new MenuItem(text(key, keys));
        item.setId(key);
        item.setOnAction(_ -> {
            Node node = focused.get();
            if (node != null) {
                Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !MAC, false, MAC));
            }
        });
        return item;
    }
}
