package dev.bobbin.app.command;

import dev.bobbin.app.l10n.Messages;
import org.kordamp.ikonli.feather.Feather;

/** Everything a user can tell the bench to do. Menus, toolbar and shortcuts are made from these values alone. */
public enum Command {
    NEW_ITEM(Menu.FILE, "Shortcut+N", Feather.FILE_PLUS),
    OPEN_FOLDER(Menu.FILE, "Shortcut+O", Feather.FOLDER),
    SAVE(Menu.FILE, "Shortcut+S", Feather.SAVE),
    RELOAD(Menu.FILE, "Shortcut+R", Feather.ROTATE_CCW),
    CLOSE_ITEM(Menu.FILE, "Shortcut+W", Feather.HOME),
    QUIT(Menu.FILE, "Shortcut+Q", Feather.LOG_OUT),
    UNDO(Menu.EDIT, "Shortcut+Z", Feather.CORNER_UP_LEFT),
    REDO(Menu.EDIT, "Shortcut+Shift+Z", Feather.CORNER_UP_RIGHT),
    FIND(Menu.EDIT, "Shortcut+F", Feather.SEARCH),
    FIND_NEXT(Menu.EDIT, "F3", Feather.CHEVRON_DOWN),
    FIND_PREVIOUS(Menu.EDIT, "Shift+F3", Feather.CHEVRON_UP),
    GO_TO_LINE(Menu.EDIT, "Shortcut+G", Feather.HASH),
    RUN(Menu.RUN, "Shortcut+Enter", Feather.PLAY),
    STOP(Menu.RUN, "Shortcut+Period", Feather.SQUARE),
    SHOW_FUNCTIONS(Menu.VIEW, "Shortcut+1", Feather.LIST),
    SHOW_PROBLEMS(Menu.VIEW, "Shortcut+5", Feather.ALERT_TRIANGLE),
    SHOW_EDITOR(Menu.VIEW, "Shortcut+2", Feather.CODE),
    SHOW_TEST(Menu.VIEW, "Shortcut+3", Feather.SLIDERS),
    SHOW_OUTPUT(Menu.VIEW, "Shortcut+4", Feather.TERMINAL),
    TOGGLE_THEME(Menu.VIEW, "Shortcut+Shift+L", Feather.MOON);

    /** The menus, in order. */
    public enum Menu {
        FILE,
        EDIT,
        RUN,
        VIEW;

        /** The menu's title. */
        public String title() {
            return Messages.text("menu." + name());
        }
    }

    private final Menu menu;
    private final String shortcut;
    private final Feather icon;

    Command(Menu menu, String shortcut, Feather icon) {
        this.menu = menu;
        this.shortcut = shortcut;
        this.icon = icon;
    }

    public Menu menu() {
        return menu;
    }

    /** The key combination as {@link javafx.scene.input.KeyCombination#valueOf} reads it. */
    public String shortcut() {
        return shortcut;
    }

    public Feather icon() {
        return icon;
    }

    /** What the command is called, in menus, tooltips and for screen readers. */
    public String title() {
        return Messages.text("command." + name());
    }
}
