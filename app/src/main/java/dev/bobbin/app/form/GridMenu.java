package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

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

    /** Gives the heads of columns a menu. It belongs to the table: one of a head's own would take over the head's letters. */
    static void onHeads(TableView<?> table, GridViewModel model, IntConsumer rename) {
        ContextMenu menu = new ContextMenu();
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            int column = columnOfHead(table, event.getPickResult().getIntersectedNode());
            if (column >= 0 && !event.isKeyboardTrigger()) {
                menu.getItems().clear();
                addColumnItems(model, column, menu, rename);
                menu.show(table, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
    }

    /** The column whose head a node is in; negative when it is in none. */
    private static int columnOfHead(TableView<?> table, @Nullable Node node) {
        for (Node at = node; at != null && at != table; at = at.getParent()) {
            if (at instanceof TableColumnHeader head) {
                return table.getColumns().indexOf(head.getTableColumn());
            }
        }
        return -1;
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
