package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Cut, copy, paste and select all: the same as pressing their keys where the keyboard is, so that every text and table
 * does what it does then. Their keys are accelerators only while they are seen: else tables would be without those keys.
 */
final class ClipboardItems {

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    private ClipboardItems() {}

    /** Puts them into a menu. @param place of the first of them @param focused what has the keyboard; null when nothing does */
    static void addTo(Menu menu, int place, Supplier<@Nullable Node> focused) {
        menu.getItems()
                .addAll(
                        place,
                        List.of(
                                item(menu, "menu.cut", KeyCode.X, focused),
                                item(menu, "menu.copy", KeyCode.C, focused),
                                item(menu, "menu.paste", KeyCode.V, focused),
                                item(menu, "menu.selectAll", KeyCode.A, focused)));
    }

    private static MenuItem item(Menu menu, String key, KeyCode code, Supplier<@Nullable Node> focused) {
        MenuItem item = new MenuItem(text(key));
        item.setId(key);
        KeyCombination keys = new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
        menu.addEventHandler(Menu.ON_SHOWING, _ -> item.setAccelerator(keys));
        menu.addEventHandler(Menu.ON_HIDDEN, _ -> item.setAccelerator(null));
        item.setOnAction(_ -> {
            Node node = focused.get();
            if (node != null) {
                Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !MAC, false, MAC));
            }
        });
        return item;
    }
}
