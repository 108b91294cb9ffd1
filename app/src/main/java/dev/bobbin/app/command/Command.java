package dev.bobbin.app.command;

import dev.bobbin.app.l10n.Messages;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Everything a user can tell the bench to do. Menus, toolbar and shortcuts are made from these values alone. */
public enum Command {
    NEW_ITEM(Menu.FILE, "Shortcut+N", Feather.FILE_PLUS),
    OPEN_FOLDER(Menu.FILE, "Shortcut+O", Feather.FOLDER),
    OPEN_NEIGHBOUR(Menu.FILE, "Shortcut+P", Feather.GRID),
    OPEN_REPORT(Menu.FILE, "Shortcut+Alt+O", Feather.ARCHIVE),
    SAVE(Menu.FILE, "Shortcut+S", Feather.SAVE),
    RELOAD(Menu.FILE, "Shortcut+R", Feather.ROTATE_CCW),
    RESET_CODE(Menu.FILE, "Shortcut+Shift+R", Feather.REWIND),
    RESET_TO_COMMITTED(Menu.FILE, "Shortcut+Alt+R", Feather.GIT_COMMIT),
    SAVE_PAGE(Menu.FILE, "Shortcut+Shift+E", Feather.SHARE),
    SAVE_REPORT(Menu.FILE, "Shortcut+Shift+X", Feather.PACKAGE),
    SETTINGS(Menu.FILE, "Shortcut+Comma", Feather.SETTINGS),
    CLOSE_ITEM(Menu.FILE, "Shortcut+W", Feather.HOME),
    NEW_WINDOW(Menu.FILE, "Shortcut+Shift+N", Feather.EXTERNAL_LINK),
    CLOSE_WINDOW(Menu.FILE, "Shortcut+Shift+W", Feather.X_SQUARE),
    QUIT(Menu.FILE, "Shortcut+Q", Feather.LOG_OUT),
    UNDO(Menu.EDIT, "Shortcut+Z", Feather.CORNER_UP_LEFT),
    REDO(Menu.EDIT, "Shortcut+Shift+Z", Feather.CORNER_UP_RIGHT),
    FIND(Menu.EDIT, "Shortcut+F", Feather.SEARCH),
    REPLACE(Menu.EDIT, "Shortcut+H", Feather.EDIT_3),
    FIND_NEXT(Menu.EDIT, "F3", Feather.CHEVRON_DOWN),
    FIND_PREVIOUS(Menu.EDIT, "Shift+F3", Feather.CHEVRON_UP),
    GO_TO_LINE(Menu.EDIT, "Shortcut+G", Feather.HASH),
    GO_TO_FUNCTION(Menu.EDIT, "Shortcut+Shift+O", Feather.CODE),
    GO_TO_DEFINITION(Menu.EDIT, "F12", Feather.CORNER_RIGHT_UP),
    EXPLAIN(Menu.EDIT, "Shortcut+I", Feather.INFO),
    FIX(Menu.EDIT, "Alt+Enter", Feather.TOOL),
    FORMAT(Menu.EDIT, "Shortcut+Shift+F", Feather.ALIGN_LEFT),
    TOGGLE_COMMENT(Menu.EDIT, "Shortcut+Slash", Feather.MESSAGE_SQUARE, "Shortcut+Number Sign", "Shortcut+Divide"),
    COMPLETE(Menu.EDIT, "Ctrl+Space", Feather.ZAP),
    INSERT_SAMPLE(Menu.EDIT, "Shortcut+Shift+I", Feather.PLUS_SQUARE),
    RUN(Menu.RUN, "Shortcut+Enter", Feather.PLAY),
    STOP(Menu.RUN, "Shortcut+Period", Feather.SQUARE),
    RERUN(Menu.RUN, "Shortcut+Shift+Enter", Feather.REPEAT),
    UNDO_RUN(Menu.RUN, "Shortcut+Alt+Z", Feather.CORNER_UP_LEFT),
    APPROVE(Menu.RUN, "Shortcut+Shift+A", Feather.THUMBS_UP),
    RUN_EXAMPLES(Menu.RUN, "Shortcut+Shift+T", Feather.CHECK_SQUARE),
    TRY_CORNERS(Menu.RUN, "Shortcut+Alt+K", Feather.TARGET),
    RUN_ROWS(Menu.RUN, "Shortcut+Alt+V", Feather.FILE_TEXT),
    USE_LAST_INPUTS(Menu.RUN, "Shortcut+Shift+K", Feather.CLOCK),
    SAVE_INPUTS(Menu.RUN, "Shortcut+Shift+S", Feather.BOOKMARK),
    PASTE_REQUEST(Menu.RUN, "Shortcut+Shift+V", Feather.CLIPBOARD),
    COPY_REQUEST(Menu.RUN, "Shortcut+Shift+C", Feather.COPY),
    COMPARE_CODE(Menu.RUN, "Shortcut+Shift+D", Feather.CODE),
    PROFILE(Menu.RUN, "Shortcut+Shift+M", Feather.SLIDERS),
    PERSONAS(Menu.RUN, "Shortcut+Shift+U", Feather.USER),
    PALETTE(Menu.VIEW, "Shortcut+Shift+P", Feather.COMMAND),
    SHOW_FUNCTIONS(Menu.VIEW, "Shortcut+1", Feather.LIST),
    SHOW_EDITOR(Menu.VIEW, "Shortcut+2", Feather.CODE),
    SHOW_TEST(Menu.VIEW, "Shortcut+3", Feather.SLIDERS),
    SHOW_OUTPUT(Menu.VIEW, "Shortcut+4", Feather.TERMINAL),
    SHOW_PROBLEMS(Menu.VIEW, "Shortcut+5", Feather.ALERT_TRIANGLE),
    SHOW_DATA(Menu.VIEW, "Shortcut+6", Feather.DATABASE),
    MANAGE_CONNECTIONS(Menu.VIEW, "Shortcut+7", Feather.LINK),
    MANAGE_LIBRARIES(Menu.VIEW, "Shortcut+8", Feather.PACKAGE),
    NEXT_PANEL(Menu.VIEW, "F6", Feather.SKIP_FORWARD),
    PREVIOUS_PANEL(Menu.VIEW, "Shift+F6", Feather.SKIP_BACK),
    TOGGLE_FUNCTIONS(Menu.VIEW, "Shortcut+B", Feather.SIDEBAR),
    TOGGLE_TEST(Menu.VIEW, "Shortcut+Shift+B", Feather.COLUMNS),
    TOGGLE_OUTPUT(Menu.VIEW, "Shortcut+J", Feather.CREDIT_CARD),
    ZOOM_IN(Menu.VIEW, "Shortcut+Equals", Feather.ZOOM_IN, "Shortcut+Plus", "Shortcut+Add"),
    ZOOM_OUT(Menu.VIEW, "Shortcut+Minus", Feather.ZOOM_OUT, "Shortcut+Subtract"),
    ZOOM_RESET(Menu.VIEW, "Shortcut+0", Feather.MAXIMIZE, "Shortcut+Numpad 0"),
    PRESENT(Menu.VIEW, "F11", Feather.MONITOR),
    TOGGLE_THEME(Menu.VIEW, "Shortcut+Shift+L", Feather.MOON),
    TOUR(Menu.HELP, "Shortcut+F1", Feather.COMPASS),
    DIFFERENCES(Menu.HELP, "F1", Feather.HELP_CIRCLE),
    ABOUT(Menu.HELP, "Shift+F1", Feather.INFO);

    /** The menus, in order. */
    public enum Menu {
        FILE,
        EDIT,
        RUN,
        VIEW,
        HELP;

        /** The menu's title. */
        public String title() {
            return Messages.text("menu." + name());
        }
    }

    private final Menu menu;
    private final String shortcut;
    private final Feather icon;
    private final List<String> otherShortcuts;

    Command(Menu menu, String shortcut, Feather icon, String... otherShortcuts) {
        this.menu = menu;
        this.shortcut = shortcut;
        this.icon = icon;
        this.otherShortcuts = List.of(otherShortcuts);
    }

    public Menu menu() {
        return menu;
    }

    /** The key combination as {@link javafx.scene.input.KeyCombination#valueOf} reads it. */
    public String shortcut() {
        return shortcut;
    }

    /** The same keys where they stand elsewhere: on keyboards of other countries, and in the block of numbers. */
    public List<String> otherShortcuts() {
        return otherShortcuts;
    }

    public Feather icon() {
        return icon;
    }

    /**
     * Other names it is found by: the English title, whatever the window's language, as who reads Fabric's documents looks
     * for that; and words that other editors have for the same.
     */
    public String otherNames() {
        String key = "command." + name();
        String english = Messages.english(key);
        return Messages.optional(key + ".also")
                .map(words -> english + " " + words)
                .orElse(english);
    }

    /** What the command is called, in menus, tooltips and for screen readers. */
    public String title() {
        return Messages.text("command." + name());
    }

    /** What it is called while it cannot be given: with the reason, where that is not plain to see. */
    public String disabledTitle() {
        return Messages.optional("command." + name() + ".disabled").orElseGet(this::title);
    }
}
