package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.function.IntConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with the cell that has the focus, its row and its column; made anew each time it is shown. */
final class GridMenu extends ContextMenu {

    /** What the grid itself does for the menu. */
    interface Grid {

        /** Row of the focused cell; negative when there is none. */
        int row();

        /** Column of the focused cell; negative when there is none. */
        int column();

        void copy();

        void paste();

        void removeRows();

        /** Asks for another name of a column. */
        void rename(int column);
    }

    private final GridViewModel model;
    private final Grid grid;

    GridMenu(GridViewModel model, Grid grid) {
        this.model = model;
        this.grid = grid;
        getItems().add(item("grid.paste", grid::paste));
        setOnShowing(_ -> fill());
    }

    private void fill() {
        getItems().clear();
        int row = grid.row();
        int column = grid.column();
        if (row >= 0 && column >= 0 && column < model.columns().size()) {
            getItems()
                    .addAll(
                            item("grid.setNull", () -> model.setNull(row, column)),
                            item("grid.setBlank", () -> model.setBlank(row, column)));
            if (model.hasNamedColumns()) {
                getItems().add(item("grid.setMissing", () -> model.setMissing(row, column)));
            }
            getItems()
                    .addAll(
                            new SeparatorMenuItem(),
                            item("grid.insertRow", () -> model.addRow(row)),
                            item("grid.removeRows", grid::removeRows),
                            new SeparatorMenuItem());
            addColumnItems(model, column, this, grid::rename);
            getItems().addAll(new SeparatorMenuItem(), item("grid.copy", grid::copy));
        }
        getItems()
                .addAll(
                        item("grid.paste", grid::paste),
                        item("grid.undo", model::undo),
                        item("grid.redo", model::redo));
    }

    /** The menu of a column's head. */
    static ContextMenu ofColumn(GridViewModel model, int column, IntConsumer rename) {
        ContextMenu menu = new ContextMenu();
        addColumnItems(model, column, menu, rename);
        return menu;
    }

    private static void addColumnItems(GridViewModel model, int column, ContextMenu menu, IntConsumer rename) {
        Menu kinds = new Menu(text("grid.kind"));
        for (GridColumn.Kind kind : GridColumn.Kind.values()) {
            RadioMenuItem item = new RadioMenuItem(text("grid.kind." + kind));
            item.setSelected(kind == model.columns().get(column).kind());
            item.setOnAction(_ -> model.setKind(column, kind));
            kinds.getItems().add(item);
        }
        menu.getItems().add(kinds);
        if (model.hasNamedColumns()) {
            menu.getItems()
                    .addAll(
                            item("grid.rename", () -> rename.accept(column)),
                            item("grid.removeColumn", () -> model.removeColumn(column)));
        }
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
