package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
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

    private static final double NARROW = 96;
    private static final double WIDE = 200;

    private final ExamplesViewModel examples;
    private final TableView<ExampleRow> table = new TableView<>();
    private final DifferencesPane differences = new DifferencesPane("example-differences");

    public ExamplesView(ExamplesViewModel examples) {
        this.examples = examples;
        table.setId("examples");
        table.setAccessibleText(text("examples.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        Controls.selectWhenFocused(table);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(examples.rows());
        table.setOnKeyPressed(event -> {
            ExampleRow row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && row != null) {
                examples.delete(row);
                event.consume();
            }
        });
        table.setPlaceholder(
                new EmptyState(Feather.CHECK_SQUARE, text("examples.empty.title"), text("examples.empty.hint")));
        table.getColumns().add(Columns.status("history.column.status", NARROW * 1.25, ExampleRow::status));
        table.getColumns()
                .add(Columns.of(
                        "examples.column.name",
                        WIDE,
                        row -> row.kept().example().name()));
        table.getColumns()
                .add(Columns.of(
                        "history.column.function",
                        NARROW * 1.5,
                        row -> row.kept().example().function()));
        table.getColumns().add(Columns.of("examples.column.remark", WIDE * 2, ExampleRow::remark));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> show(row));
        examples.rows().addListener((ListChangeListener<ExampleRow>) _ -> selectRed());
        SplitPane split = new SplitPane(table, differences);
        split.setDividerPositions(0.6);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar(), split);
        show(null);
        focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                table.requestFocus();
            }
        });
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
        String heading = row == null || row.outcome() == null
                ? text(row == null ? "examples.differences.select" : "examples.differences.notRun")
                : found.isEmpty() ? text("examples.differences.none") : text("examples.differences", found.size());
        differences.show(heading, found);
    }
}
