package dev.bobbin.app.fx;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.List;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Sorting a table without a mouse, as its headers do: a menu of its columns, which Shift+F10 opens, and Alt+Shift+Up and
 * Alt+Shift+Down for the column with the keyboard. The same key again gives the rows back as they came.
 */
public final class SortKeys {

    private final TableView<?> table;
    private final Menu menu = new Menu(text("table.sort"));

    private SortKeys(TableView<?> table) {
        this.table = table;
        menu.setId("sort-menu");
    }

    /**
     * Gives a table these keys, and its context menu that menu.
     *
     * @return that menu, for whoever fills the context menu anew each time
     */
    public static <T> Menu on(TableView<T> table) {
        SortKeys keys = new SortKeys(table);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> keys.pressed(table, event));
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, _ -> keys.fill(table));
        return keys.menu;
    }

    private <T> void pressed(TableView<T> sorted, KeyEvent event) {
        boolean both = event.isShiftDown() && event.isAltDown() && !event.isShortcutDown();
        if (both && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            SortType wanted = event.getCode() == KeyCode.UP ? SortType.ASCENDING : SortType.DESCENDING;
            TableColumn<T, ?> column = column(sorted);
            if (column != null) {
                boolean again = sorted.getSortOrder().equals(List.of(column)) && column.getSortType() == wanted;
                sort(sorted, again ? null : column, wanted);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.F10 && event.isShiftDown()) {
            // Not every system makes this key ask for the menu.
            ask();
            event.consume();
        }
    }

    private void ask() {
        Bounds place = table.localToScreen(table.getLayoutBounds());
        double x = place.getMinX() + place.getWidth() / 2;
        double y = place.getMinY() + place.getHeight() / 2;
        table.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, x, y, true, null));
    }

    /** The column with the keyboard; where whole rows have it, the one that is sorted by already, or the first. */
    private static <T> @Nullable TableColumn<T, ?> column(TableView<T> sorted) {
        TableColumn<T, ?> focused = sorted.getFocusModel().getFocusedCell().getTableColumn();
        if (sorted.getSelectionModel().isCellSelectionEnabled() && focused != null && focused.isSortable()) {
            return focused;
        }
        return sorted.getSortOrder().stream()
                .findFirst()
                .or(() -> sorted.getVisibleLeafColumns().stream()
                        .filter(TableColumn::isSortable)
                        .findFirst())
                .orElse(null);
    }

    /** The columns may be others than last time. */
    private <T> void fill(TableView<T> sorted) {
        menu.getItems().clear();
        for (TableColumn<T, ?> column : sorted.getVisibleLeafColumns()) {
            if (column.isSortable()) {
                Menu by = new Menu(title(column.getText(), column.getGraphic()));
                by.setMnemonicParsing(false);
                by.getItems()
                        .addAll(
                                item("table.sort.ascending", _ -> sort(sorted, column, SortType.ASCENDING)),
                                item("table.sort.descending", _ -> sort(sorted, column, SortType.DESCENDING)));
                menu.getItems().add(by);
            }
        }
        menu.setVisible(!menu.getItems().isEmpty());
        menu.getItems()
                .addAll(new SeparatorMenuItem(), item("table.sort.none", _ -> sort(sorted, null, SortType.ASCENDING)));
        ContextMenu whole = table.getContextMenu();
        if (whole == null) {
            table.setContextMenu(new ContextMenu(menu));
        } else if (!whole.getItems().contains(menu)) {
            whole.getItems().add(menu);
        }
    }

    /** What a header says: its text, or that of the first label of what it shows instead. */
    private static String title(String words, @Nullable Node shown) {
        return switch (shown) {
            case null -> words;
            case Label label when label.getAccessibleText() != null -> label.getAccessibleText();
            case Label label -> label.getText();
            case Pane pane
            when !pane.getChildren().isEmpty() ->
                title(words, pane.getChildren().getFirst());
            default -> words;
        };
    }

    private static MenuItem item(String key, EventHandler<ActionEvent> action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(action);
        return item;
    }

    /** @param column null for the rows as they came */
    private static <T> void sort(TableView<T> sorted, @Nullable TableColumn<T, ?> column, SortType type) {
        if (column == null) {
            sorted.getSortOrder().clear();
            return;
        }
        // A column that is sorted by already is sorted by anew as soon as it turns round.
        column.setSortType(type);
        sorted.getSortOrder().setAll(List.of(column));
    }
}
