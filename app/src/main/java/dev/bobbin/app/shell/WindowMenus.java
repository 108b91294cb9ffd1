package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.command.Command;
import dev.bobbin.app.command.CommandControls;
import dev.bobbin.app.welcome.WelcomeViewModel;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The menu bar: every command, and what is no command: recent items, and what one does with the clipboard. */
final class WindowMenus {

    /** Behind New and Open, and behind Undo and Redo. */
    private static final int THIRD = 2;

    private final MenuBar bar;
    private @Nullable Node focused;

    /** @param welcome knows the recent items and opens them */
    WindowMenus(Scene scene, CommandControls controls, WelcomeViewModel welcome) {
        bar = controls.menuBar();
        controls.giveByOtherKeys(scene);
        Menu recentMenu = new Menu(text("menu.recent"));
        recentMenu.setId("menu-recent");
        Menu file = menu(Command.Menu.FILE);
        file.getItems().add(THIRD, recentMenu);
        file.setOnShowing(_ -> show(recentMenu, welcome));
        Menu edit = menu(Command.Menu.EDIT);
        edit.getItems().add(THIRD, new SeparatorMenuItem());
        ClipboardItems.addTo(edit, THIRD + 1, () -> focused);
        // Menus that are opened with a key take the keyboard themselves.
        scene.focusOwnerProperty().addListener((_, _, now) -> focused = now == null || isInBar(now) ? focused : now);
    }

    MenuBar bar() {
        return bar;
    }

    private Menu menu(Command.Menu menu) {
        return bar.getMenus().get(menu.ordinal());
    }

    private boolean isInBar(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == bar) {
                return true;
            }
        }
        return false;
    }

    private static void show(Menu menu, WelcomeViewModel welcome) {
        menu.getItems()
                .setAll(welcome.recent().stream()
                        .map(folder -> item(folder, welcome))
                        .toList());
        menu.setDisable(welcome.recent().isEmpty());
    }

    private static MenuItem item(Path folder, WelcomeViewModel welcome) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(welcome.look(folder).name().map(name -> text("menu.recent.item", name, folder)));
        // An underscore of a folder's name is no key.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> welcome.open(folder));
        return item;
    }
}
