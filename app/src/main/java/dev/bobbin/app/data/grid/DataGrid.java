package dev.bobbin.app.data.grid;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.CellText;
import dev.bobbin.app.fx.ColumnWidths;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Faint;
import dev.bobbin.app.fx.InlineEditor;
import dev.bobbin.app.fx.SortedByOwner;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Rows of a database or a file as a table; only the rows on the screen cost anything. */
public final class DataGrid extends TableView<GridRow> {

    private static final double ROW_HEIGHT = 26;

    /** How much wider than the letters of cells those of names are. */
    private static final double BOLD = 1.06;

    /** What stands beside a header. */
    private static final double BESIDE = 16;

    /** So many rows say how wide columns shall be: those further on may have to be read first. */
    private static final int LOOKED_AT = 50;

    /** Takes what was typed into a cell. */
    public interface Editor {
        /** @param text null for NULL @param refused called when it is not taken */
        void change(GridRow row, int column, @Nullable String text, Runnable refused);
    }

    /** Makes a text of rows. */
    public interface Copier {
        /** @param places of the rows @param then receives the text, on the FX thread */
        void copy(List<Integer> places, Consumer<String> then);
    }

    private final @Nullable Editor editor;
    private Consumer<String> cells = _ -> {};
    private Copier copier = (places, then) ->
            then.accept(CopiedRows.text(places.stream().map(getItems()::get).toList()));
    private List<MenuItem> rowItems = List.of();

    /** Whether the columns have had rows to be fitted to. */
    private boolean fitted;

    private final ListChangeListener<GridRow> arriving = _ -> fit();

    /** What opens the next editor, in place of the value; null when that is what is edited. */
    private @Nullable String typed;

    /** Rows that came while somebody was typing into a cell. */
    private @Nullable ObservableList<GridRow> waiting;

    private Runnable sort = () -> {};
    private final SortedByOwner<GridRow> order;

    /** @param name what a screen reader says @param editor takes changes; null when nothing can be changed */
    public DataGrid(String name, @Nullable Editor editor) {
        this.editor = editor;
        setAccessibleText(name);
        getStyleClass().addAll("edge-to-edge", "dense");
        setFixedCellSize(ROW_HEIGHT);
        setEditable(editor != null);
        if (editor != null) {
            // Made when somebody first asks for it: the rows must not wait for it.
            addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, _ -> {
                if (getContextMenu() == null) {
                    setContextMenu(cellMenu(editor));
                }
            });
        }
        // Its menu is offered within that of a cell.
        order = new SortedByOwner<>(this, () -> sort.run());
        getSelectionModel().setCellSelectionEnabled(editor != null);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
        editingCellProperty().addListener((_, _, cell) -> {
            ObservableList<GridRow> rows = waiting;
            if (cell == null && rows != null) {
                waiting = null;
                showRows(rows);
            }
        });
    }

    /** Has rows that are pasted while a cell is edited taken as rows. */
    public void onCells(Consumer<String> paste) {
        cells = paste;
    }

    /** Has the owner of rows that may not have been read yet copy them. */
    public void onCopy(Copier newCopier) {
        copier = newCopier;
    }

    /** What can be done with a cell, with the keys that do it. */
    private ContextMenu cellMenu(Editor editor) {
        MenuItem edit = item("data.cell.edit", "F2", () -> edit(getFocusModel().getFocusedCell()));
        MenuItem none = item(
                "data.cell.null",
                "Delete",
                () -> setNull(editor, getFocusModel().getFocusedCell()));
        ContextMenu menu = new ContextMenu(edit, none, item("data.cell.copy", "Shortcut+C", this::copy));
        if (!rowItems.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(rowItems);
        }
        menu.setOnShowing(_ -> {
            TablePosition<?, ?> cell = getFocusModel().getFocusedCell();
            edit.setDisable(!isWritable(cell));
            none.setDisable(!isWritable(cell) || !column(cell).nullable());
        });
        return menu;
    }

    /** Offers more in the menu of a cell: what its owner can do with rows. */
    public void offer(List<MenuItem> items) {
        rowItems = List.copyOf(items);
    }

    /** An entry of a menu with the key that does the same. */
    public static MenuItem item(String key, String shortcut, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setAccelerator(KeyCombination.valueOf(shortcut));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void keyPressed(KeyEvent event) {
        if (getEditingCell() != null) {
            return;
        }
        TablePosition<?, ?> cell = getFocusModel().getFocusedCell();
        if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
        } else if (event.getCode() == KeyCode.F2 && editor != null) {
            edit(cell);
        } else if (event.getCode() == KeyCode.DELETE && !event.isShortcutDown() && editor != null) {
            setNull(editor, cell);
        } else {
            return;
        }
        event.consume();
    }

    /** Who types over a value writes another one in its place, as in a spreadsheet. */
    private void keyTyped(KeyEvent event) {
        if (editor == null || getEditingCell() != null) {
            return;
        }
        InlineEditor.written(event).ifPresent(written -> {
            typed = written;
            edit(getFocusModel().getFocusedCell());
            typed = null;
            event.consume();
        });
    }

    private void edit(TablePosition<?, ?> cell) {
        if (isWritable(cell)) {
            edit(cell.getRow(), getColumns().get(cell.getColumn()));
        }
    }

    /** Opens the editor again with what was refused, unless somebody is elsewhere by then. */
    private void mend(TablePosition<?, ?> cell, String refused) {
        if (isFocused() && getEditingCell() == null) {
            typed = refused;
            edit(cell);
            typed = null;
        }
    }

    private boolean isWritable(TablePosition<?, ?> cell) {
        return cell.getRow() >= 0 && cell.getColumn() >= 0 && column(cell).writable();
    }

    private void setNull(Editor editor, TablePosition<?, ?> cell) {
        if (isWritable(cell) && column(cell).nullable()) {
            editor.change(getItems().get(cell.getRow()), cell.getColumn(), null, () -> {});
        }
    }

    private GridColumn column(TablePosition<?, ?> cell) {
        return (GridColumn) getColumns().get(cell.getColumn()).getUserData();
    }

    /** The places of the rows that are chosen, each once. */
    public List<Integer> chosen() {
        return getSelectionModel().getSelectedIndices().stream().distinct().toList();
    }

    private void copy() {
        copier.copy(chosen(), rows -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(rows);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    /** Shows other columns. */
    public void showColumns(List<GridColumn> columns) {
        waiting = null;
        fitted = false;
        // First: what is typed into a column that is gone must not be written into another one.
        order.columns(IntStream.range(0, columns.size())
                .mapToObj(i -> column(columns.get(i), i))
                .toList());
        edit(-1, null);
    }

    /** Has the owner of the rows sort them whenever somebody chooses another order. */
    public void onSort(Runnable newSort) {
        sort = newSort;
    }

    /** Shows other rows; the keyboard stays at the place it was, as after an edit of it. */
    public void showRows(ObservableList<GridRow> rows) {
        if (getEditingCell() != null) {
            waiting = rows;
            return;
        }
        TablePosition<?, ?> before = getFocusModel().getFocusedCell();
        TableColumn<GridRow, ?> column =
                before.getColumn() < 0 || before.getColumn() >= getColumns().size()
                        ? null
                        : getColumns().get(before.getColumn());
        getSelectionModel().setSelectionMode(Pages.selection(rows.size()));
        getItems().removeListener(arriving);
        order.show(rows);
        rows.addListener(arriving);
        fit();
        if (column != null && before.getRow() >= 0 && before.getRow() < rows.size()) {
            getSelectionModel().clearAndSelect(before.getRow(), column);
            getFocusModel().focus(before.getRow(), column);
        }
    }

    /** Fits the columns once, as soon as the first rows are there: those of a table are on their way for a while. */
    private void fit() {
        ObservableList<GridRow> rows = getItems();
        if (!fitted && !rows.isEmpty() && rows.getFirst().there()) {
            fitted = true;
            fit(rows.subList(0, Math.min(LOOKED_AT, rows.size())));
        }
    }

    /** Makes columns wider for what their first rows hold. */
    private void fit(List<GridRow> first) {
        for (int i = 0; i < getColumns().size(); i++) {
            int place = i;
            double widest = first.stream()
                    .filter(GridRow::there)
                    .map(row -> row.cell(place))
                    .filter(Objects::nonNull)
                    .mapToDouble(ColumnWidths::of)
                    .max()
                    .orElse(0);
            TableColumn<GridRow, ?> column = getColumns().get(i);
            column.setPrefWidth(Math.max(column.getPrefWidth(), ColumnWidths.fitting(widest)));
        }
    }

    private TableColumn<GridRow, GridRow> column(GridColumn shown, int place) {
        Label name = Controls.label(shown.name(), "grid-column-name");
        Label type = Controls.label(shown.type(), "text-muted", "grid-column-kind");
        VBox header = new VBox(name, type);
        header.setAlignment(shown.number() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        Tooltip.install(header, new Tooltip(shown.name() + ", " + shown.type()));
        TableColumn<GridRow, GridRow> column = new TableColumn<>();
        column.setGraphic(header);
        column.setUserData(shown);
        column.setReorderable(false);
        column.setEditable(shown.writable());
        // The type gives way: the hint tells it, and the values are what one comes for.
        column.setPrefWidth(ColumnWidths.fitting(ColumnWidths.of(shown.name()) * BOLD));
        header.maxWidthProperty().bind(column.widthProperty().subtract(BESIDE));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new ValueCell(shown, place));
        return column;
    }

    /** A value; NULL is told from an empty text by its look. */
    private final class ValueCell extends TableCell<GridRow, @Nullable GridRow> {

        private final int place;
        private final InlineEditor inline = new InlineEditor(this::take, this::cancelEdit);

        ValueCell(GridColumn column, int place) {
            this.place = place;
            inline.onCells(copied -> cells.accept(copied));
            setAlignment(column.number() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }

        @Override
        public void startEdit() {
            GridRow row = getItem();
            if (row == null || !row.there()) {
                return;
            }
            super.startEdit();
            String now = row.cell(place);
            TextField field = inline.open(now == null ? "" : now);
            field.setAlignment(getAlignment());
            setGraphic(field);
            setText(null);
            inline.focus();
            if (typed != null) {
                inline.type(typed);
            }
        }

        private void take(String words) {
            GridRow row = getItem();
            TablePosition<?, ?> cell = new TablePosition<>(DataGrid.this, getIndex(), getTableColumn());
            boolean stays = inline.hasKeyboard();
            cancelEdit();
            if (!getColumns().contains(getTableColumn())) {
                return;
            }
            if (stays) {
                DataGrid.this.requestFocus();
            }
            boolean untouched = row != null && row.cell(place) == null && words.isEmpty();
            if (row != null && editor != null && !untouched) {
                editor.change(row, place, words, () -> mend(cell, words));
            }
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@Nullable GridRow row, boolean empty) {
            super.updateItem(row, empty);
            if (isEditing()) {
                return;
            }
            setGraphic(null);
            if (empty || row == null) {
                setText(null);
                return;
            }
            String text = row.cell(place);
            boolean none = text == null && row.there();
            setText(none ? "NULL" : row.there() && text != null ? CellText.of(text) : "…");
            pseudoClassStateChanged(Faint.STATE, none || !row.there());
        }
    }
}
