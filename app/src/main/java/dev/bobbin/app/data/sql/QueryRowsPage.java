package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.DataGrid;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FindKey;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** The rows of a query, to be sorted, filtered, copied and exported. */
final class QueryRowsPage extends VBox {

    private final QueryRows model;
    private final DataGrid grid = new DataGrid(text("data.query.rows"), null);

    QueryRowsPage(String title, QueryRows model) {
        this.model = model;
        grid.setId("query-rows");
        grid.showColumns(model.columns());
        grid.setPlaceholder(Controls.label(text("table.nothing"), "text-muted"));
        grid.onSort(this::sort);
        Label name = QueryPage.title(title, "text-muted");
        HBox.setHgrow(name, Priority.SOMETIMES);
        Node summary = Pages.live(model.summaryProperty(), "text-muted", "text-small");
        summary.setId("query-summary");
        TextField filter = Pages.filter("query-filter", model.filterProperty());
        FindKey.on(this, filter);
        Button export = Controls.iconButton(Feather.DOWNLOAD, text("data.query.export"), this::export);
        export.setId("query-export");
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Pages.bar(filter, summary, name, export),
                        Pages.job(model.export()),
                        grid,
                        Pages.problem("query-problem", model.problemProperty()));
        model.rowsProperty().addListener((_, _, rows) -> show(rows));
        show(model.rowsProperty().get());
    }

    private void show(List<GridRow> rows) {
        grid.showRows(FXCollections.observableList(rows));
    }

    private void sort() {
        List<? extends TableColumn<?, ?>> order = grid.getSortOrder();
        if (order.isEmpty()) {
            model.sort(-1, false);
            return;
        }
        TableColumn<?, ?> first = order.getFirst();
        model.sort(grid.getColumns().indexOf(first), first.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void export() {
        FileDialogs.save(
                getScene().getWindow(),
                text("data.export"),
                text("data.export.file") + ".csv",
                model::export,
                new FileChooser.ExtensionFilter("CSV", "*.csv"));
    }
}
