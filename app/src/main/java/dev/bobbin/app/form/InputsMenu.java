package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** Where inputs come from besides typing: the last run, those kept under a name, the clipboard. */
final class InputsMenu extends MenuButton {

    private final FormViewModel form;
    private final InputsViewModel inputs;
    private final Runnable askForName;

    /** @param askForName asks under which name to keep the present inputs */
    InputsMenu(FormViewModel form, InputsViewModel inputs, Runnable askForName) {
        super(null, Controls.icon(Feather.BOOKMARK));
        this.form = form;
        this.inputs = inputs;
        this.askForName = askForName;
        setId("inputs-menu");
        getStyleClass().addAll("button-icon", "flat", "no-arrow");
        setTooltip(new Tooltip());
        inputs.names().subscribe(this::count);
        count();
        setOnShowing(_ -> fill());
        fill();
    }

    /** Says how many inputs are kept, without the menu being opened. */
    private void count() {
        int kept = inputs.names().size();
        String words = text("inputs.title", kept);
        setText(kept == 0 ? null : String.valueOf(kept));
        setAccessibleText(words);
        getTooltip().setText(words);
    }

    private void fill() {
        getItems()
                .setAll(
                        item("command.USE_LAST_INPUTS", inputs::useLast),
                        item("command.SAVE_INPUTS", askForName),
                        new SeparatorMenuItem(),
                        item("command.PASTE_REQUEST", this::paste),
                        item("command.COPY_REQUEST", this::copy));
        if (!inputs.names().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
            inputs.names().forEach(name -> getItems().add(saved(name)));
        }
    }

    private Menu saved(String name) {
        Menu menu = new Menu(name);
        menu.setMnemonicParsing(false);
        menu.getItems()
                .addAll(item("inputs.use", () -> inputs.use(name)), item("inputs.remove", () -> inputs.remove(name)));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Takes over a curl command or a JSON body from the clipboard. */
    void paste() {
        String copied = Clipboard.getSystemClipboard().getString();
        form.paste(copied == null ? "" : copied);
    }

    /** Puts the request into the clipboard. */
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(form.requestText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
