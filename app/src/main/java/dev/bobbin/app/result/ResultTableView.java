package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.ColumnWidths;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Faint;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.SortedByOwner;
import dev.bobbin.themes.Spacing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A result that is a list of rows, as a table; only the rows on the screen cost anything. */
final class ResultTableView extends VBox {

    /** Room for the sign of the order in a header. */
    private static final double SIGN = 12;

    private static final double ROW_HEIGHT = 26;

    /** What rows can be exported as, the usual one first. */
    static final FileChooser.ExtensionFilter[] FORMATS = {
        new FileChooser.ExtensionFilter("CSV", "*.csv"),
        new FileChooser.ExtensionFilter("Excel", "*.xlsx"),
        new FileChooser.ExtensionFilter("JSON", "*.json")
    };

    private final TableViewModel model;
    private final TextField filter = new LimitedField();
    private final FileDialogs.Save dialog;
    private final TableView<Map<String, ResultTable.Cell>> table = new TableView<>();
    private final HBox tools;
    private final SortedByOwner<Map<String, ResultTable.Cell>> sorted;

    ResultTableView(TableViewModel model, FileDialogs.Save dialog) {
        this.model = model;
        this.dialog = dialog;
        table.setId("output-table");
        table.setAccessibleText(text("result.table.name"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setFixedCellSize(ROW_HEIGHT);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(Controls.label(text("table.nothing"), "text-muted"));
        // The order is found in the background and comes back as other rows; the table itself must not sort.
        sorted = new SortedByOwner<>(table, this::sort);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copy();
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        tools = bar();
        getChildren().add(table);
        model.tableProperty().addListener((_, _, now) -> showColumns(now));
        model.rowsProperty().addListener((_, _, now) -> showRows(now));
    }

    private HBox bar() {
        filter.setId("table-filter");
        filter.setPromptText(text("table.filter"));
        filter.setAccessibleText(text("table.filter"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        HBox.setHgrow(filter, Priority.SOMETIMES);
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.setId("table-summary");
        summary.textProperty().bind(model.summaryProperty());
        Button export = Controls.iconButton(Feather.DOWNLOAD, text("table.export"), this::export);
        export.setId("table-export");
        HBox bar = new HBox(
                Spacing.S,
                filter,
                summary,
                Controls.spring(),
                Controls.iconButton(Feather.COPY, text("table.copy"), this::copy),
                export);
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        return bar;
    }

    /** The field that narrows the rows. */
    TextField filter() {
        return filter;
    }

    /** Filter, summary, copy and export: for a bar above the table. */
    HBox tools() {
        return tools;
    }

    private void showColumns(@Nullable ResultTable shown) {
        if (shown == null) {
            sorted.columns(List.of());
            return;
        }
        Map<String, Double> widths = widths(shown);
        sorted.columns(shown.columns().stream()
                .map(column -> column(column, widths.getOrDefault(column.name(), 0d)))
                .toList());
    }

    /** Width of the widest value of each column. */
    private static Map<String, Double> widths(ResultTable shown) {
        Map<String, Double> widths = new HashMap<>();
        ColumnWidths.rowsOf(shown.size())
                .forEach(row -> shown.row(row)
                        .forEach((name, cell) -> widths.merge(name, ColumnWidths.of(cell.text()), Math::max)));
        return widths;
    }

    private void showRows(@Nullable RowList rows) {
        sorted.show(rows == null ? FXCollections.emptyObservableList() : FXCollections.observableList(rows));
    }

    private void sort() {
        if (table.getSortOrder().isEmpty()) {
            model.sort(null, false);
            return;
        }
        TableColumn<?, ?> first = table.getSortOrder().getFirst();
        model.sort((ResultTable.Column) first.getUserData(), first.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private static TableColumn<Map<String, ResultTable.Cell>, ResultTable.@Nullable Cell> column(
            ResultTable.Column shown, double widest) {
        TableColumn<Map<String, ResultTable.Cell>, ResultTable.@Nullable Cell> column = new TableColumn<>();
        boolean number = shown.kind() == ResultTable.Kind.NUMBER;
        Label header = Controls.label(shown.name());
        header.setTooltip(new Tooltip(shown.name() + ": " + text("table.kind." + shown.kind())));
        header.setMaxWidth(Double.MAX_VALUE);
        header.setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        column.setGraphic(header);
        column.setUserData(shown);
        column.setPrefWidth(ColumnWidths.fitting(Math.max(widest, ColumnWidths.of(shown.name()) + SIGN)));
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(shown.name())));
        column.setCellFactory(_ -> new ValueCell(number));
        return column;
    }

    private void copy() {
        model.copy(table.getSelectionModel().getSelectedIndices(), copied -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void export() {
        dialog.ask(getScene().getWindow(), text("table.export"), "output.csv", model::export, FORMATS);
    }

    private static final class ValueCell extends TableCell<Map<String, ResultTable.Cell>, ResultTable.@Nullable Cell> {

        private final boolean numbers;

        /** @param numbers whether the column holds numbers: then null stands where they do */
        ValueCell(boolean numbers) {
            this.numbers = numbers;
        }

        @Override
        protected void updateItem(ResultTable.@Nullable Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            boolean none = !empty && cell != null && cell.none();
            setText(empty || cell == null ? null : cell.text());
            setAlignment(cell != null && (cell.number() || (numbers && none)) ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            pseudoClassStateChanged(Faint.STATE, none);
        }
    }
}
