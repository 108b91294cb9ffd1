package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.SharedWidth;
import dev.bobbin.app.fx.SortKeys;
import dev.bobbin.app.fx.SortedByTable;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The approved answers in a table; beside it where the selected one differs. */
public final class ExamplesView extends VBox {

    private static final double STATUS = 112;
    private static final double NAME = 200;
    private static final double LEAST_NAME = 120;
    private static final double FUNCTION = 104;
    private static final double REMARK = 260;
    private static final double LEAST_REMARK = 160;
    private static final double LIST_SHARE = 0.5;

    private final ExamplesViewModel examples;
    private final TableView<ExampleRow> table = new TableView<>();
    private final DifferencesPane differences = new DifferencesPane("example-differences");

    public ExamplesView(ExamplesViewModel examples) {
        this.examples = examples;
        table.setId("examples");
        table.setAccessibleText(text("examples.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        Controls.selectWhenFocused(table);
        SortedByTable.show(table, examples.rows());
        SortKeys.on(table);
        table.setOnKeyPressed(event -> {
            ExampleRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && row != null) {
                examples.delete(row);
                event.consume();
            }
        });
        table.setPlaceholder(
                new EmptyState(Feather.CHECK_SQUARE, text("examples.empty.title"), text("examples.empty.hint")));
        makeColumns();
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> show(row));
        examples.rows().addListener((ListChangeListener<ExampleRow>) _ -> selectRed());
        SplitPane split = new SplitPane(table, differences);
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar(), split);
        show(null);
        focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                table.requestFocus();
            }
        });
    }

    private void makeColumns() {
        TableColumn<ExampleRow, Object> name = Columns.of(
                "examples.column.name", NAME, row -> row.kept().example().name());
        name.setMinWidth(LEAST_NAME);
        TableColumn<ExampleRow, Object> function = SharedWidth.whole(Columns.of(
                "history.column.function", FUNCTION, row -> row.kept().example().function()));
        TableColumn<ExampleRow, Object> remark = Columns.of("examples.column.remark", REMARK, ExampleRow::remark);
        remark.setMinWidth(LEAST_REMARK);
        table.getColumns()
                .addAll(List.of(
                        SharedWidth.whole(Columns.status("history.column.status", STATUS, ExampleRow::status)),
                        name,
                        function,
                        remark));
        // What differs is told beside the list, and an example is mostly named after its function.
        SharedWidth.of(table, List.of(remark, function));
    }

    private HBox bar() {
        Button run = new Button(text("examples.run"), Controls.icon(Feather.PLAY));
        run.setId("run-examples");
        run.getStyleClass().add("small");
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.disableProperty().bind(examples.canRun().not());
        run.setOnAction(_ -> examples.runAll());
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.setId("examples-summary");
        summary.textProperty().bind(examples.summary());
        var selected = table.getSelectionModel().selectedItemProperty();
        Button update =
                Controls.iconButton(Feather.CHECK, text("examples.update"), () -> examples.update(selected.get()));
        update.setId("update-example");
        update.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> selected.get() == null
                                || selected.get().stale()
                                || selected.get().differences().isEmpty(),
                        selected));
        Button delete =
                Controls.iconButton(Feather.TRASH_2, text("examples.delete"), () -> examples.delete(selected.get()));
        delete.disableProperty().bind(selected.isNull());
        HBox bar = new HBox(
                Spacing.S,
                run,
                summary,
                Controls.spring(),
                Controls.iconButton(Feather.REFRESH_CW, text("examples.refresh"), examples::refresh),
                update,
                delete);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    /** The first example that differs is what one wants to see. */
    private void selectRed() {
        if (table.getSelectionModel().getSelectedItem() == null) {
            examples.rows().stream()
                    .filter(row -> !row.differences().isEmpty())
                    .findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
    }

    private void show(@Nullable ExampleRow row) {
        List<Difference> found = row == null ? List.of() : row.differences();
        differences.show(row == null ? text("examples.differences.select") : heading(row, found.size()), found);
    }

    private static String heading(ExampleRow row, int differences) {
        if (row.stale()) {
            return text("examples.differences.stale");
        }
        return switch (row.outcome()) {
            case null -> text("examples.differences.notRun");
            case ExampleOutcome.Passed _ -> text("examples.differences.none");
            case ExampleOutcome.Differs _ -> text("examples.differences", differences);
            case ExampleOutcome.Broken broken -> text(broken.reason());
        };
    }
}
