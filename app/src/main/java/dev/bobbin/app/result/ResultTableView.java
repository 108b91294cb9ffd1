package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A result that is a list of objects, as a table; only the rows on the screen cost anything. */
final class ResultTableView extends TableView<Map<String, ResultTable.Cell>> {

    private static final double WIDTH = 140;

    ResultTableView() {
        setId("output-table");
        setAccessibleText(text("result.table.name"));
        getStyleClass().addAll("edge-to-edge", "dense");
    }

    void show(@Nullable ResultTable table) {
        getColumns().clear();
        if (table == null) {
            setItems(FXCollections.emptyObservableList());
            return;
        }
        for (String name : table.columns()) {
            getColumns().add(column(name));
        }
        setItems(FXCollections.observableList(table.rows()));
    }

    private static TableColumn<Map<String, ResultTable.Cell>, ResultTable.@Nullable Cell> column(String name) {
        TableColumn<Map<String, ResultTable.Cell>, ResultTable.@Nullable Cell> column = new TableColumn<>(name);
        column.setPrefWidth(WIDTH);
        // Rows are read-only, and sorting many of them would hold up the FX thread.
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(name)));
        column.setCellFactory(_ -> new ValueCell());
        return column;
    }

    private static final class ValueCell extends TableCell<Map<String, ResultTable.Cell>, ResultTable.@Nullable Cell> {

        @Override
        protected void updateItem(ResultTable.@Nullable Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty || cell == null ? null : cell.text());
            setAlignment(cell != null && cell.number() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        }
    }
}
