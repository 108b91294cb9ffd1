package dev.bobbin.app.libraries;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FileDrop;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.emulator.python.LibraryReport.Availability;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/** Library management: public and private libraries, and per engine whether it has them. Wheels can be dropped here. */
public final class LibrariesView extends VBox {

    private static final double ROW_HEIGHT = 28;
    private static final double NAME_WIDTH = 192;
    private static final double VERSION_WIDTH = 68;
    private static final double KIND_WIDTH = 60;
    private static final double ENGINE_WIDTH = 100;
    private static final double NOTE_WIDTH = 160;

    private final LibrariesViewModel model;
    private final TableView<LibraryRow> table = new TableView<>();
    private final Prompt prompt = new Prompt();

    public LibrariesView(LibrariesViewModel model) {
        this.model = model;
        table.setId("libraries");
        table.setAccessibleText(text("libraries.title"));
        table.setItems(model.rows());
        table.setFixedCellSize(ROW_HEIGHT);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("edge-to-edge", "dense");
        EmptyState none = new EmptyState(Feather.PACKAGE, text("libraries.empty.title"), text("libraries.empty.hint"));
        // Nobody knows before the engines have answered.
        none.visibleProperty().bind(model.lookingProperty().not());
        table.setPlaceholder(none);
        table.getColumns().add(WordColumns.of(text("libraries.name"), NAME_WIDTH, LibraryRow::title));
        table.getColumns().add(WordColumns.of(text("libraries.version"), VERSION_WIDTH, LibraryRow::version));
        table.getColumns().add(WordColumns.of(text("libraries.kind"), KIND_WIDTH, LibrariesView::kind));
        table.getColumns().add(engine("libraries.embedded", LibraryRow::embedded));
        table.getColumns().add(engine("libraries.cpython", LibraryRow::cpython));
        table.getColumns().add(WordColumns.of(text("libraries.note"), NOTE_WIDTH, LibraryRow::note));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove();
            } else if (event.getCode() == KeyCode.INSERT) {
                add();
            } else {
                return;
            }
            event.consume();
        });
        Label advice = Controls.wrapped("", "query-title", "text-small");
        advice.setId("library-advice");
        advice.textProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .map(LibraryRow::advice)
                        .orElse(""));
        advice.managedProperty().bind(advice.textProperty().isNotEmpty());
        Label problem = Controls.wrapped("", "page-problem", "text-small");
        problem.setId("libraries-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setMaxWidth(Double.MAX_VALUE);
        Label python = Controls.wrapped("", "query-title", "text-small");
        python.setId("libraries-python");
        python.textProperty().bind(model.pythonProperty());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), prompt, problem, table, advice, python);
        FileDrop.on(this, () -> true, model::addWheels);
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private HBox bar() {
        var chosen = table.getSelectionModel().selectedItemProperty();
        Button add = button("libraries.addPublic", Feather.PLUS, this::add);
        add.setId("library-add");
        Button wheel = button("libraries.addWheel", Feather.UPLOAD, this::chooseWheels);
        wheel.setId("library-add-wheel");
        Button list = button("libraries.list", Feather.LIST, () -> model.list(chosen.get()));
        list.setId("library-list");
        list.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chosen.get() == null || chosen.get().listed(), chosen));
        Button remove = Controls.iconButton(Feather.TRASH_2, text("libraries.remove"), this::remove);
        remove.setId("library-remove");
        remove.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> chosen.get() == null
                                || !chosen.get().listed() && !chosen.get().privately(),
                        chosen));
        Label looking = Controls.label(text("libraries.looking"), "text-muted", "text-small");
        looking.visibleProperty().bind(model.lookingProperty());
        looking.managedProperty().bind(looking.visibleProperty());
        // In two lines where there is little room, so that nothing is cut off.
        FlowPane adding = new FlowPane(Spacing.S, Spacing.XS, add, wheel, list, looking);
        adding.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(adding, Priority.ALWAYS);
        HBox bar = new HBox(
                Spacing.S,
                adding,
                remove,
                Controls.iconButton(Feather.REFRESH_CW, text("libraries.refresh"), model::refresh));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(text(key), Controls.icon(icon));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String kind(LibraryRow row) {
        return text(row.privately() ? "libraries.private" : "libraries.public");
    }

    private void add() {
        prompt.ask(text("libraries.addPublic.name"), "", model::addPublic);
    }

    private void remove() {
        LibraryRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.remove(row);
        }
    }

    private void chooseWheels() {
        FileChooser.ExtensionFilter wheels = new FileChooser.ExtensionFilter("Wheel", "*.whl");
        FileDialogs.openMany(this, text("libraries.addWheel"), this::add, wheels);
    }

    private void add(List<Path> wheels) {
        if (!wheels.isEmpty()) {
            model.addWheels(wheels.stream().map(Path::toAbsolutePath).toList());
        }
    }

    private static TableColumn<LibraryRow, LibraryRow> engine(
            String title, Function<LibraryRow, Availability> availability) {
        TableColumn<LibraryRow, LibraryRow> column = new TableColumn<>(text(title));
        column.setPrefWidth(ENGINE_WIDTH);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new EngineCell(availability));
        return column;
    }

    /** Whether an engine has a library: a sign and words, never colour alone. */
    private static final class EngineCell extends TableCell<LibraryRow, LibraryRow> {

        private final Function<LibraryRow, Availability> availability;

        EngineCell(Function<LibraryRow, Availability> availability) {
            this.availability = availability;
        }

        @Override
        protected void updateItem(LibraryRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Availability found = availability.apply(row);
            setText(LibraryRow.words(found));
            setGraphic(Controls.icon(LibraryRow.usable(found) ? Feather.CHECK : Feather.ALERT_TRIANGLE));
            setTooltip(new Tooltip(getText()));
        }
    }
}
