package dev.bobbin.app.shell;

import dev.bobbin.app.fx.Controls;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** A choice in the status bar: shows what is chosen, and offers the others. */
abstract class StatusMenu extends MenuButton {

    StatusMenu(String id, Feather icon) {
        setId(id);
        setGraphic(Controls.icon(icon));
        getStyleClass().addAll("flat", "status-choice");
        setMinWidth(Region.USE_PREF_SIZE);
        setTooltip(new Tooltip());
    }

    /** Offers these, one of which may be chosen now, and below them what leads further. */
    <T> void offer(List<T> all, T now, Function<T, String> name, Consumer<T> choose, MenuItem... further) {
        ToggleGroup group = new ToggleGroup();
        getItems().clear();
        for (T one : all) {
            RadioMenuItem item = new RadioMenuItem(name.apply(one));
            item.setToggleGroup(group);
            item.setSelected(one.equals(now));
            item.setOnAction(_ -> choose.accept(one));
            getItems().add(item);
        }
        getItems().add(new SeparatorMenuItem());
        getItems().addAll(further);
    }

    static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
