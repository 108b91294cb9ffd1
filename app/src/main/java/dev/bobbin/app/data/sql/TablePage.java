package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.DataGrid;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FindKey;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The rows of a table, to be sorted, edited, added, deleted and exported. */
public final class TablePage extends VBox {

    private final TablePageViewModel model;
    private final DataGrid grid;
    private final NewRow newRow;
    private final Button add;
    private final Button delete;
    private final Node empty =
            new EmptyState(Feather.GRID, text("data.table.empty.title"), text("data.table.empty.hint"));
    private final Node nothingFound = Controls.label(text("table.nothing"), "text-muted");

    public TablePage(TablePageViewModel model) {
        this.model = model;
        grid = new DataGrid(text("data.table.name"), model::change);
        grid.setId("data-rows");
        grid.onSort(this::sort);
        grid.onCells(model::paste);
        grid.onCopy(model::copy);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        newRow = new NewRow(model::insert);
        grid.offer(List.of(
                DataGrid.item("data.table.add", "Insert", this::openNewRow),
                DataGrid.item("data.table.paste", "Shortcut+V", this::paste),
                DataGrid.item("data.table.delete", "Shortcut+Delete", this::deleteChosen)));
        add = Controls.iconButton(Feather.PLUS, text("data.table.add"), this::openNewRow);
        add.setId("data-add-row");
        delete = Controls.iconButton(Feather.TRASH_2, text("data.table.delete"), this::deleteChosen);
        delete.setId("data-delete-rows");
        Button refresh = Controls.iconButton(Feather.REFRESH_CW, text("data.refresh"), model::refresh);
        Button export = Controls.iconButton(Feather.DOWNLOAD, text("data.export"), this::export);
        Node summary = Pages.live(model.summaryProperty(), "text-muted", "text-small");
        summary.setId("data-summary");
        TextField filter = Pages.filter("data-filter", model.filterProperty());
        FindKey.on(this, filter);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Pages.bar(filter, summary, Controls.spring(), add, delete, refresh, export),
                        Pages.job(model.export()),
                        newRow,
                        grid,
                        Pages.problem("data-problem", model.problemProperty()));
        Pages.dismiss(this, model::dismissProblem);
        model.columnsProperty().addListener((_, _, _) -> showColumns());
        model.rowsProperty().addListener((_, _, rows) -> showRows(rows));
        showColumns();
        showRows(model.rowsProperty().get());
    }

    /** The keys that the form's grids have, too. */
    private void keyPressed(KeyEvent event) {
        if (!model.writable() || grid.getEditingCell() != null) {
            return;
        }
        if (event.getCode() == KeyCode.INSERT) {
            openNewRow();
        } else if (event.getCode() == KeyCode.DELETE && event.isShortcutDown()) {
            deleteChosen();
        } else if (event.getCode() == KeyCode.V && event.isShortcutDown()) {
            paste();
        } else {
            return;
        }
        event.consume();
    }

    private void openNewRow() {
        newRow.open(model.columnsProperty().get());
    }

    private void deleteChosen() {
        model.delete(grid.chosen());
    }

    private void paste() {
        String copied = Clipboard.getSystemClipboard().getString();
        if (copied != null) {
            model.paste(copied);
        }
    }

    private void showColumns() {
        grid.showColumns(model.columnsProperty().get());
        newRow.close();
        Controls.show(add, model.writable());
        Controls.show(delete, model.writable());
    }

    private void showRows(ObservableList<GridRow> rows) {
        grid.setPlaceholder(model.filtered() ? nothingFound : empty);
        grid.showRows(rows);
    }

    private void sort() {
        List<? extends TableColumn<?, ?>> order = grid.getSortOrder();
        if (order.isEmpty()) {
            model.sort(Optional.empty());
            return;
        }
        TableColumn<?, ?> first = order.getFirst();
        model.sort(Optional.of(new TableBrowser.Order(
                ((GridColumn) first.getUserData()).name(), first.getSortType() == TableColumn.SortType.DESCENDING)));
    }

    private void export() {
        FileChooser.ExtensionFilter csv = new FileChooser.ExtensionFilter("CSV", "*.csv");
        FileChooser.ExtensionFilter[] formats = model.filtered()
                ? new FileChooser.ExtensionFilter[] {csv}
                : new FileChooser.ExtensionFilter[] {
                    csv,
                    new FileChooser.ExtensionFilter("Parquet", "*.parquet"),
                    new FileChooser.ExtensionFilter("T-SQL", "*.sql")
                };
        FileDialogs.save(
                getScene().getWindow(), text("data.export"), text("data.export.file") + ".csv", model::export, formats);
    }
}
