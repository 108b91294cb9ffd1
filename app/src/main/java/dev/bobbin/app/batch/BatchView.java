package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.CellText;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.SharedWidth;
import dev.bobbin.app.fx.StatusCell;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.l10n.Durations;
import dev.bobbin.themes.Spacing;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Many runs in a table; Enter or a double click shows one of them in full. */
public final class BatchView extends VBox {

    private static final double WIDE = 140;
    private static final double LEAST = 120;
    private static final double ANSWER = 260;
    private static final double LEAST_ANSWER = 130;
    private static final double NUMBER = 40;
    private static final double STATUS = 116;
    private static final double HTTP = 58;
    private static final double TIME = 76;
    private static final int LONGEST_INPUT = 300;

    private final BatchViewModel batch;
    private final TableView<BatchRow> table = new TableView<>();

    public BatchView(BatchViewModel batch) {
        this.batch = batch;
        table.setId("batch-table");
        table.setAccessibleText(text("batch.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setItems(batch.shown());
        table.setPlaceholder(new EmptyState(Feather.LAYERS, text("batch.empty.title"), text("batch.empty.hint")));
        table.getColumns().add(SharedWidth.whole(column("batch.column.number", NUMBER, BatchRow::number)));
        table.getColumns()
                .add(column("batch.column.case", WIDE, row -> row.tried().name()));
        table.getColumns()
                .add(column(
                        "batch.column.input", WIDE, row -> beginning(row.tried().body())));
        table.getColumns().add(status());
        table.getColumns()
                .add(SharedWidth.whole(
                        outcome("batch.column.http", HTTP, it -> it.httpStatus() == 0 ? "" : it.httpStatus())));
        table.getColumns()
                .add(SharedWidth.whole(outcome(
                        "batch.column.time", TIME, it -> Durations.text(Duration.ofMillis(it.milliseconds())))));
        TableColumn<BatchRow, String> answer =
                WordColumns.of(text("batch.column.answer"), ANSWER, row -> CellText.of(row.answer()));
        answer.setMinWidth(LEAST_ANSWER);
        table.getColumns().add(answer);
        SharedWidth.of(table);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setRowFactory(_ -> row());
        table.setOnKeyPressed(event -> {
            BatchRow chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && chosen != null) {
                batch.show(chosen);
                event.consume();
            } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                copy();
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table);
    }

    private HBox bar() {
        Button corners = button("batch.corners", Feather.TARGET, batch::tryCorners);
        corners.setId("try-corners");
        Button rows = button("batch.csv", Feather.FILE_TEXT, batch::chooseRows);
        rows.setId("run-rows");
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.setId("batch-summary");
        summary.textProperty().bind(batch.summary());
        Button copy = Controls.iconButton(Feather.COPY, text("batch.copy"), this::copy);
        Button export = Controls.iconButton(Feather.DOWNLOAD, text("batch.export"), this::export);
        List.of(copy, export).forEach(each -> each.disableProperty().bind(Bindings.isEmpty(batch.rows())));
        ToggleButton failed = new ToggleButton(null, Controls.icon(Feather.X_CIRCLE));
        failed.setId("batch-failed");
        failed.setTooltip(new Tooltip(text("batch.failedOnly")));
        failed.setAccessibleText(text("batch.failedOnly"));
        failed.getStyleClass().addAll("small", "flat");
        failed.selectedProperty().bindBidirectional(batch.failedOnlyProperty());
        HBox bar = new HBox(Spacing.S, corners, rows, Controls.spring(), summary, failed, copy, export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(text(key), Controls.icon(icon));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(Bindings.not(batch.canRun()));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(batch.cells(List.copyOf(table.getSelectionModel().getSelectedItems())));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void export() {
        FileDialogs.save(
                getScene().getWindow(),
                text("batch.export"),
                "runs.csv",
                batch::export,
                new FileChooser.ExtensionFilter("CSV", "*.csv"));
    }

    private static String beginning(String body) {
        return body.length() > LONGEST_INPUT ? body.substring(0, LONGEST_INPUT) + "…" : body;
    }

    private TableRow<BatchRow> row() {
        TableRow<BatchRow> row = new TableRow<>();
        row.setTooltip(new Tooltip(text("batch.open")));
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !row.isEmpty()) {
                batch.show(row.getItem());
            }
        });
        return row;
    }

    private static TableColumn<BatchRow, Object> column(String title, double width, Function<BatchRow, Object> value) {
        TableColumn<BatchRow, Object> column = new TableColumn<>(text(title));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, LEAST));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    private static TableColumn<BatchRow, Object> outcome(
            String title, double width, Function<BatchOutcome, Object> value) {
        return column(title, width, row -> row.outcome() == null ? "" : value.apply(row.outcome()));
    }

    private static TableColumn<BatchRow, Object> status() {
        TableColumn<BatchRow, Object> column =
                SharedWidth.whole(column("batch.column.status", STATUS, BatchRow::status));
        column.setCellFactory(_ -> new StatusCell<>(
                word -> word.equals("Succeeded") ? StatusCell.Outcome.WELL : StatusCell.Outcome.ofStatus(word)));
        return column;
    }
}
