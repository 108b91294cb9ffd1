package dev.bobbin.app.data.keeping;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.Prompt;
import java.time.LocalDateTime;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** What can be done with the data of a stand-in as a whole: snapshots, reset, export. */
public final class KeepingMenu extends MenuButton {

    private final KeepingViewModel model;
    private final Prompt prompt;

    /** @param prompt asks for the name of a snapshot */
    public KeepingMenu(KeepingViewModel model, Prompt prompt) {
        super(text("data.snapshots"), Controls.icon(Feather.CAMERA));
        this.model = model;
        this.prompt = prompt;
        setId("snapshots");
        getStyleClass().add("small");
        setMinWidth(USE_PREF_SIZE);
        disableProperty().bind(model.busyProperty());
        model.snapshots().addListener((ListChangeListener<String>) _ -> fill());
        fill();
    }

    private void fill() {
        getItems().setAll(item("data.snapshot.take", this::askForName));
        if (!model.snapshots().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        model.snapshots().forEach(name -> {
            Menu menu = new Menu(name);
            menu.setMnemonicParsing(false);
            menu.getItems()
                    .setAll(
                            item("data.snapshot.restore", () -> model.restore(name)),
                            item("data.snapshot.compare", () -> model.compare(name)),
                            item("data.snapshot.forget", () -> model.forget(name)));
            getItems().add(menu);
        });
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("data.reset", model::reset),
                        item("data.forExamples", model::keepForExamples),
                        item("data.exportAll", this::export));
    }

    private void askForName() {
        model.taking().ifPresent(this::askForName);
    }

    private void askForName(KeepingViewModel.Taking asked) {
        String words = text("data.snapshot.name", asked.standIn());
        prompt.askUntil(words, model.suggestedName(LocalDateTime.now()), name -> {
            if (name.isBlank()) {
                return Optional.of(text("data.snapshot.name.needed"));
            }
            asked.take().accept(name);
            return Optional.empty();
        });
    }

    private void export() {
        FileDialogs.folder(getScene().getWindow(), text("data.exportAll"), model::export);
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
