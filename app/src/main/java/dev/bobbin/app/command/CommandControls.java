package dev.bobbin.app.command;

import dev.bobbin.app.fx.Controls;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/** Makes menus and buttons from commands. */
public final class CommandControls {

    /** Those with a line above them in their menu. */
    private static final Set<Command> BEGINNING_GROUPS = EnumSet.of(
            Command.SAVE,
            Command.RESET_CODE,
            Command.SAVE_PAGE,
            Command.SETTINGS,
            Command.CLOSE_ITEM,
            Command.FIND,
            Command.GO_TO_LINE,
            Command.EXPLAIN,
            Command.COMPLETE,
            Command.UNDO_RUN,
            Command.APPROVE,
            Command.PROFILE,
            Command.SHOW_FUNCTIONS,
            Command.NEXT_PANEL,
            Command.TOGGLE_FUNCTIONS,
            Command.ZOOM_IN,
            Command.PRESENT,
            Command.ABOUT);

    private final Commands commands;

    public CommandControls(Commands commands) {
        this.commands = commands;
    }

    /** A menu bar with every command, which also makes their shortcuts work. */
    public MenuBar menuBar() {
        MenuBar bar = new MenuBar();
        for (Command.Menu title : Command.Menu.values()) {
            Menu menu = new Menu(title.title());
            for (Command command : Command.values()) {
                if (command.menu() == title) {
                    if (BEGINNING_GROUPS.contains(command)) {
                        menu.getItems().add(new SeparatorMenuItem());
                    }
                    menu.getItems().add(menuItem(command));
                }
            }
            bar.getMenus().add(menu);
        }
        return bar;
    }

    private MenuItem menuItem(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty()
                .bind(Bindings.when(commands.enabled(command))
                        .then(command.title())
                        .otherwise(command.disabledTitle()));
        item.setAccelerator(KeyCombination.valueOf(command.shortcut()));
        item.setOnAction(_ -> commands.give(command));
        item.disableProperty().bind(Bindings.not(commands.enabled(command)));
        return item;
    }

    /** Has the keys that no menu shows give their commands, too. */
    public void giveByOtherKeys(Scene scene) {
        for (Command command : Command.values()) {
            for (String keys : command.otherShortcuts()) {
                scene.getAccelerators().put(KeyCombination.valueOf(keys), () -> commands.give(command));
            }
        }
    }

    /** Gives a command, as its controls do. */
    public void give(Command command) {
        commands.give(command);
    }

    /** A button with an icon only, for toolbars. */
    public Button iconButton(Command command) {
        Button button = Controls.iconButton(command.icon(), command.title(), () -> commands.give(command));
        return prepared(button, command);
    }

    /** A button with icon and text. */
    public Button button(Command command) {
        Button button = new Button(command.title(), Controls.icon(command.icon()));
        button.setOnAction(_ -> commands.give(command));
        button.setAccessibleText(command.title());
        return prepared(button, command);
    }

    private Button prepared(Button button, Command command) {
        String keys = KeyCombination.valueOf(command.shortcut()).getDisplayText();
        button.setTooltip(new Tooltip(command.title() + " (" + keys + ")"));
        button.disableProperty().bind(Bindings.not(commands.enabled(command)));
        button.setId("command-" + command.name());
        return button;
    }
}
