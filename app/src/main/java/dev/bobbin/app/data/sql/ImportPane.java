package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Words;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.themes.Spacing;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a file would bring into a table, with the choices there are; then how far the import is, and what it brought. */
public final class ImportPane extends VBox {

    private static final double COLUMNS_HEIGHT = 150;
    private static final double NAME_WIDTH = 150;
    private static final double TYPE_WIDTH = 140;
    private static final double VALUES_WIDTH = 300;
    private static final double ROW_HEIGHT = 30;
    private static final int EXAMPLES = 3;

    private static final List<SqlType> USUAL = List.of(
            SqlType.INT,
            SqlType.BIGINT,
            SqlType.decimal(18, 2),
            SqlType.FLOAT,
            SqlType.BIT,
            SqlType.DATE,
            new SqlType(SqlType.DATETIME2.kind(), 0, 6),
            SqlType.varchar(100),
            SqlType.varchar(8000),
            SqlType.VARCHAR_MAX);

    private final ImportViewModel model;
    private final VBox choices = new VBox(Spacing.S);
    private final Label title = Controls.wrapped("", "section-title");
    private final TableView<ImportColumn> columns = new TableView<>();
    private final FlowPane target;

    public ImportPane(ImportViewModel model) {
        this.model = model;
        target = target();
        choices.getChildren().addAll(title, target, columns(), lost(), buttons());
        choices.getStyleClass().add("inline-page");
        getChildren().addAll(choices, Pages.problem("import-problem", model.problemProperty()), Pages.job(model.job()));
        choices.disableProperty().bind(model.job().runningProperty());
        model.planProperty().addListener((_, _, plan) -> show(plan));
        show(model.planProperty().get());
    }

    private FlowPane target() {
        TextField table = new LimitedField();
        table.setId("import-table");
        table.setAccessibleText(text("data.import.table"));
        table.textProperty().bindBidirectional(model.tableProperty());
        ComboBox<TableImport.Mode> mode = new ComboBox<>();
        mode.setId("import-mode");
        mode.setAccessibleText(text("data.import.mode"));
        mode.getItems().setAll(TableImport.Mode.values());
        mode.setConverter(new Words<>(each -> text("data.import.mode." + each)));
        mode.valueProperty().bindBidirectional(model.modeProperty());
        Label into = Controls.label(text("data.import.table"), "text-small");
        into.setLabelFor(table);
        HBox named = new HBox(Spacing.S, into, table);
        named.setAlignment(Pos.CENTER_LEFT);
        return new FlowPane(Spacing.M, Spacing.S, named, mode);
    }

    private TableView<ImportColumn> columns() {
        columns.setId("import-columns");
        columns.setAccessibleText(text("data.import.columns"));
        columns.setItems(model.columns());
        columns.setFixedCellSize(ROW_HEIGHT);
        columns.setPrefHeight(COLUMNS_HEIGHT);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox.setVgrow(choices, Priority.ALWAYS);
        columns.getStyleClass().add("dense");
        TableColumn<ImportColumn, String> name = new TableColumn<>(text("data.import.column"));
        name.setPrefWidth(NAME_WIDTH);
        name.setSortable(false);
        name.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().name()));
        TableColumn<ImportColumn, SqlType> type = new TableColumn<>(text("data.import.type"));
        type.setPrefWidth(TYPE_WIDTH);
        type.setSortable(false);
        type.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().type()));
        type.setCellFactory(_ -> new TypeCell());
        TableColumn<ImportColumn, String> values = new TableColumn<>(text("data.import.values"));
        values.setPrefWidth(VALUES_WIDTH);
        values.setSortable(false);
        values.setCellValueFactory(row -> new ReadOnlyStringWrapper(examples(row.getValue())));
        columns.getColumns().addAll(List.of(name, type, values));
        // What is looked at gets the room there is.
        columns.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        return columns;
    }

    private String examples(ImportColumn column) {
        ImportPlan plan = model.planProperty().get();
        int place = model.columns().indexOf(column);
        return plan == null || place < 0
                ? ""
                : plan.rows().stream()
                        .limit(EXAMPLES)
                        .map(row -> String.valueOf(row.get(place)))
                        .collect(Collectors.joining("  ·  "));
    }

    /** What goes with a table that is replaced, before it is. */
    private Label lost() {
        Label lost = Controls.wrapped("", "text-small");
        lost.setId("import-lost");
        lost.textProperty().bind(model.replacedProperty().map(this::lost));
        lost.visibleProperty().bind(lost.textProperty().isNotEmpty());
        lost.managedProperty().bind(lost.visibleProperty());
        return lost;
    }

    private String lost(Optional<Tables.Counted> replaced) {
        return replaced.map(table -> text(
                        model.canBeUndone() ? "data.import.lost" : "data.import.lost.forGood",
                        table.table().qualifiedName(),
                        table.rows()))
                .orElse("");
    }

    private static String start(Optional<Tables.Counted> replaced) {
        return replaced.map(table -> text("data.import.start.replace", table.rows()))
                .orElseGet(() -> text("data.import.start"));
    }

    private HBox buttons() {
        Button start = new Button("", Controls.icon(Feather.UPLOAD));
        start.textProperty().bind(model.replacedProperty().map(ImportPane::start));
        start.setId("import-start");
        start.getStyleClass().addAll("small", "accent");
        start.setOnAction(_ -> model.start());
        Button cancel = new Button(text("choice.cancel"));
        cancel.setId("import-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> model.cancel());
        HBox buttons = new HBox(Spacing.S, start, cancel);
        // While it goes on there is one way to end it, beside its progress.
        buttons.visibleProperty().bind(model.job().runningProperty().not());
        buttons.managedProperty().bind(buttons.visibleProperty());
        return buttons;
    }

    private void show(@Nullable ImportPlan plan) {
        Controls.show(choices, plan != null);
        if (plan != null) {
            boolean script = plan.columns().isEmpty();
            title.setText(text(
                    script ? "data.import.script" : "data.import.title",
                    plan.file().getFileName()));
            Controls.show(target, !script);
            Controls.show(columns, !script);
        }
    }

    /** The type of a column: the one that fits, or another of the usual ones. */
    private final class TypeCell extends TableCell<ImportColumn, SqlType> {

        private final ComboBox<SqlType> box = new ComboBox<>();
        private boolean filling;

        TypeCell() {
            box.setConverter(new Words<>(type -> type.toString().toLowerCase(Locale.ROOT)));
            box.setMaxWidth(Double.MAX_VALUE);
            box.getStyleClass().add("small");
            box.valueProperty().addListener((_, _, type) -> {
                if (!filling && type != null && getIndex() >= 0) {
                    model.retype(getIndex(), type);
                }
            });
        }

        @Override
        protected void updateItem(SqlType type, boolean empty) {
            super.updateItem(type, empty);
            if (empty || type == null) {
                setGraphic(null);
                return;
            }
            filling = true;
            Set<SqlType> offered = new LinkedHashSet<>(List.of(type));
            offered.addAll(USUAL);
            box.getItems().setAll(offered);
            box.setValue(type);
            box.setAccessibleText(text("data.import.type"));
            filling = false;
            setGraphic(box);
        }
    }
}
