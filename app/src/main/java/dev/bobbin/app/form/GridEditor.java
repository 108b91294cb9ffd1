package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.app.fx.CellText;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Faint;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.InlineEditor;
import dev.bobbin.app.fx.UndoKeys;
import dev.bobbin.themes.Spacing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Edits a table: typed columns, cells, rows; takes cells from the clipboard and CSV files. */
final class GridEditor extends VBox {

    private static final double ROW_HEIGHT = 28;

    /** Most rows whose cells are chosen one by one, which takes long for many. */
    private static final int MOST_CHOSEN_AGAIN = 100;

    private final GridViewModel model;
    private final TableView<List<JsonNode>> table = new TableView<>();
    private final Label size = Controls.label("", "text-muted", "text-small");

    /** What begins to write over the cell that is about to be edited; null when its value is to be edited. */
    private @Nullable String typed;

    private final HBox tools;

    GridEditor(GridViewModel model, String name) {
        super(Spacing.XS);
        this.model = model;
        table.setId("grid-" + name);
        table.setAccessibleText(text("grid.name", name));
        table.setEditable(true);
        table.setPrefHeight(JsonInput.TABLE_HEIGHT);
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().addAll("dense", "grid-editor");
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setItems(model.rows());
        table.setPlaceholder(Controls.wrapped(text("grid.empty"), "text-muted", "text-small", "grid-hint"));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        table.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
        table.setContextMenu(new GridMenu(model, forMenu()));
        GridMenu.onHeads(table, model, this::rename);
        table.setOnDragOver(GridEditor::dragOver);
        table.setOnDragDropped(this::dropped);
        VBox.setVgrow(table, Priority.ALWAYS);
        model.columns().addListener((ListChangeListener<GridColumn>) _ -> showColumns());
        model.rows().addListener((ListChangeListener<List<JsonNode>>) _ -> GridWidths.fit(table));
        showColumns();
        Label problem = Controls.wrapped("", "text-small", "field-message");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        tools = bar(name);
        getChildren().addAll(table, size, problem);
    }

    private HBox bar(String name) {
        var addRow = Controls.iconButton(Feather.PLUS, text("grid.addRow"), this::addRow);
        addRow.setId("grid-add-row-" + name);
        var removeRows = Controls.iconButton(Feather.MINUS, text("grid.removeRows"), this::removeRows);
        var addColumn = Controls.iconButton(Feather.COLUMNS, text("grid.addColumn"), this::addColumn);
        Controls.show(addColumn, model.hasNamedColumns());
        var paste = Controls.iconButton(Feather.CLIPBOARD, text("grid.paste"), this::paste);
        paste.setId("grid-paste-" + name);
        var open = Controls.iconButton(Feather.FILE, text("grid.open"), this::open);
        model.rows().addListener((ListChangeListener<List<JsonNode>>) _ -> size.setText(size()));
        size.setText(size());
        HBox bar = new HBox(addRow, removeRows, addColumn, paste, open);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** The buttons, which stand where there is room for them. */
    HBox tools() {
        return tools;
    }

    private String size() {
        return text("grid.size", model.rows().size());
    }

    private void addRow() {
        model.addRow(Integer.MAX_VALUE);
        table.getSelectionModel()
                .clearAndSelect(model.rows().size() - 1, table.getColumns().getFirst());
        table.requestFocus();
    }

    /** A new column is named at once. */
    private void addColumn() {
        model.addColumn();
        int added = model.columns().size() - 1;
        table.scrollToColumnIndex(added);
        table.layout();
        rename(added);
    }

    private void removeRows() {
        Set<Integer> chosen = table.getSelectionModel().getSelectedCells().stream()
                .map(cell -> cell.getRow())
                .collect(Collectors.toSet());
        model.removeRows(
                chosen.isEmpty() && !model.rows().isEmpty()
                        ? Set.of(model.rows().size() - 1)
                        : chosen);
    }

    /** Makes the chosen cells null. They stay chosen, as far as that takes no time. */
    private void clear() {
        Map<Integer, Set<Integer>> chosen = chosen();
        if (chosen.isEmpty()) {
            return;
        }
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        model.setNull(chosen);
        if (chosen.size() <= MOST_CHOSEN_AGAIN) {
            chosen.forEach((row, columns) -> columns.forEach(column ->
                    table.getSelectionModel().select(row, table.getColumns().get(column))));
        }
        if (at.getColumn() >= 0) {
            table.getFocusModel().focus(at.getRow(), table.getColumns().get(at.getColumn()));
        }
    }

    /** Columns of the chosen cells by their rows. */
    private Map<Integer, Set<Integer>> chosen() {
        return table.getSelectionModel().getSelectedCells().stream()
                .filter(cell -> cell.getRow() >= 0 && cell.getColumn() >= 0)
                .collect(Collectors.groupingBy(
                        cell -> cell.getRow(), Collectors.mapping(cell -> cell.getColumn(), Collectors.toSet())));
    }

    private void paste() {
        String copied = Clipboard.getSystemClipboard().getString();
        if (copied != null) {
            var cell = table.getFocusModel().getFocusedCell();
            model.paste(copied, cell.getRow(), cell.getColumn());
        }
    }

    private void copy() {
        Map<Integer, Set<Integer>> chosen = chosen();
        ClipboardContent content = new ClipboardContent();
        content.putString(model.copy(
                chosen.keySet().stream().sorted().toList(),
                chosen.values().stream()
                        .flatMap(Set::stream)
                        .distinct()
                        .sorted()
                        .toList()));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void open() {
        FileDialogs.open(this, text("grid.open"), model::open, FileDialogs.DELIMITED);
    }

    private static void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.open(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (table.getEditingCell() != null) {
            return;
        }
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        if (event.getCode() == KeyCode.V && event.isShortcutDown()) {
            paste();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
        } else if (UndoKeys.isRedo(event)) {
            model.redo();
        } else if (UndoKeys.isUndo(event)) {
            model.undo();
        } else if (event.getCode() == KeyCode.INSERT) {
            model.addRow(cell.getRow() + 1);
        } else if (event.getCode() == KeyCode.DELETE && event.isShortcutDown()) {
            removeRows();
        } else if (event.getCode() == KeyCode.DELETE) {
            clear();
        } else if (event.getCode() == KeyCode.F2 && cell.getRow() >= 0) {
            edit(cell.getRow(), cell.getColumn());
        } else {
            return;
        }
        event.consume();
    }

    /** Who types over a value writes another one in its place, as in a spreadsheet. */
    private void keyTyped(KeyEvent event) {
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        if (table.getEditingCell() != null || cell.getRow() < 0 || cell.getColumn() < 0) {
            return;
        }
        InlineEditor.written(event).ifPresent(written -> {
            typed = written;
            edit(cell.getRow(), cell.getColumn());
            typed = null;
            event.consume();
        });
    }

    private void edit(int row, int column) {
        table.edit(row, table.getColumns().get(column));
    }

    private void showColumns() {
        // Cells and their editors belong to a column: those that stay the same are kept, so that typing goes on.
        for (int i = 0; i < model.columns().size(); i++) {
            GridColumn wanted = model.columns().get(i);
            if (i >= table.getColumns().size()) {
                table.getColumns().add(column(wanted, i));
            } else if (!wanted.equals(table.getColumns().get(i).getUserData())) {
                table.getColumns().set(i, column(wanted, i));
            }
        }
        int surplus = table.getColumns().size();
        if (surplus > model.columns().size()) {
            table.getColumns().remove(model.columns().size(), surplus);
        }
        GridWidths.fit(table);
    }

    private TableColumn<List<JsonNode>, JsonNode> column(GridColumn shown, int place) {
        String title = shown.name().isEmpty() ? text("grid.values") : shown.name();
        TableColumn<List<JsonNode>, JsonNode> column = new TableColumn<>();
        Label header = Controls.label(title, "grid-column-name");
        Label kind = Controls.label(text("grid.kind." + shown.kind()), "text-muted", "grid-column-kind");
        HBox both = new HBox(Spacing.XS, header, kind);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && model.hasNamedColumns()) {
                rename(place);
            }
        });
        column.setGraphic(both);
        column.setUserData(shown);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(GridWidths.ofHead(shown));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(place)));
        column.setCellFactory(_ -> new ValueCell(shown, place));
        return column;
    }

    /** Has the name of a column typed in its head. */
    private void rename(int place) {
        TableColumn<?, ?> column = table.getColumns().get(place);
        var before = column.getGraphic();
        InlineEditor editor = new InlineEditor(
                name -> {
                    if (!model.rename(place, name)) {
                        column.setGraphic(before);
                    }
                    table.requestFocus();
                },
                () -> {
                    column.setGraphic(before);
                    table.requestFocus();
                });
        TextField field = editor.open(model.columns().get(place).name());
        field.setAccessibleText(text("grid.rename"));
        column.setGraphic(field);
        editor.focus();
    }

    /** What the menu needs of the table. */
    private GridMenu.Grid forMenu() {
        return new GridMenu.Grid() {
            @Override
            public int row() {
                return table.getFocusModel().getFocusedCell().getRow();
            }

            @Override
            public int column() {
                return table.getFocusModel().getFocusedCell().getColumn();
            }

            @Override
            public void copy() {
                GridEditor.this.copy();
            }

            @Override
            public void paste() {
                GridEditor.this.paste();
            }

            @Override
            public void removeRows() {
                GridEditor.this.removeRows();
            }

            @Override
            public void rename(int column) {
                GridEditor.this.rename(column);
            }
        };
    }

    /** A value: null and absent values are told from empty ones by a word in place of the value. */
    private final class ValueCell extends TableCell<List<JsonNode>, @Nullable JsonNode> {

        private final int place;
        private final InlineEditor editor = new InlineEditor(this::take, this::cancelEdit);

        ValueCell(GridColumn column, int place) {
            this.place = place;
            editor.onCells(copied -> model.paste(copied, getIndex(), place));
            setAlignment(
                    column.kind() == GridColumn.Kind.WHOLE || column.kind() == GridColumn.Kind.DECIMAL
                            ? Pos.CENTER_RIGHT
                            : Pos.CENTER_LEFT);
        }

        @Override
        public void startEdit() {
            JsonNode value = getItem();
            if (value == null) {
                return;
            }
            super.startEdit();
            setGraphic(editor.open(GridColumn.write(value)));
            setText(null);
            editor.focus();
            if (typed != null) {
                editor.type(typed);
            }
        }

        private void take(String words) {
            int row = getIndex();
            boolean stays = editor.hasKeyboard();
            cancelEdit();
            if (!words.equals(GridColumn.write(model.rows().get(row).get(place)))) {
                model.type(row, place, words);
            }
            if (stays) {
                table.requestFocus();
            }
            table.getSelectionModel().clearAndSelect(row, table.getColumns().get(place));
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(@Nullable JsonNode value, boolean empty) {
            super.updateItem(value, empty);
            setGraphic(null);
            setText(empty || value == null ? null : CellText.of(shown(value)));
            pseudoClassStateChanged(
                    Faint.STATE, !empty && value != null && !shown(value).equals(GridColumn.write(value)));
        }

        private String shown(JsonNode value) {
            if (value.isMissingNode()) {
                return text("grid.missing");
            }
            boolean blank = value.isTextual() && value.textValue().isEmpty();
            return value.isNull() ? "null" : blank ? text("grid.blank") : GridColumn.write(value);
        }
    }
}
