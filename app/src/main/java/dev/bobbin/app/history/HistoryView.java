package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Runs in a table; beside it the selected one in words, or where two differ. */
public final class HistoryView extends VBox {

    private static final double NARROW = 64;
    private static final double WIDE = 140;

    private final HistoryViewModel history;
    private final ShareViewModel share;
    private final TableView<RunSummary> table = new TableView<>();
    private final ReadOnlyCode detail = new ReadOnlyCode(text("history.detail"), _ -> List.of());
    private final DifferencesPane comparison = new DifferencesPane("history-differences");
    private final TextField exampleName = new LimitedField();
    private final HBox approval = new HBox(Spacing.S);

    public HistoryView(HistoryViewModel history, ShareViewModel share) {
        this.history = history;
        this.share = share;
        makeTable();
        StackPane side = new StackPane(
                new EmptyState(Feather.CLOCK, text("history.select.title"), text("history.select.hint")),
                detail,
                comparison);
        detail.area().setId("history-detail");
        detail.area().setWrapText(true);
        SplitPane split = new SplitPane(table, side);
        split.setDividerPositions(0.62);
        VBox.setVgrow(split, Priority.ALWAYS);
        makeApproval();
        getChildren().addAll(bar(), approval, split);
        history.onRunEnded(() -> table.getSelectionModel().clearSelection());
        history.shownProperty().addListener((_, _, view) -> show(view));
        show(history.shownProperty().get());
    }

    private void makeTable() {
        table.setId("history");
        table.setAccessibleText(text("history.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setItems(history.rows());
        table.setPlaceholder(new EmptyState(Feather.CLOCK, text("history.empty.title"), text("history.empty.hint")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getColumns().add(Columns.of("history.column.time", WIDE * 0.85, RunText::time));
        table.getColumns().add(Columns.of("history.column.function", WIDE * 0.65, RunSummary::function));
        table.getColumns().add(Columns.status("history.column.status", NARROW * 1.6, RunSummary::status));
        table.getColumns()
                .add(Columns.of(
                        "history.column.http", NARROW * 0.75, run -> run.httpStatus() == 0 ? "" : run.httpStatus()));
        table.getColumns().add(Columns.of("history.column.duration", NARROW * 0.9, RunText::duration));
        table.getColumns().add(Columns.of("history.column.origin", NARROW * 1.5, RunText::origin));
        table.getColumns()
                .add(Columns.of("history.column.pinned", NARROW, run -> run.pinned() ? text("history.pinned") : ""));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunSummary>)
                _ -> history.select(selection()));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                history.delete(selection());
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                selection().stream().findFirst().ifPresent(history::use);
                event.consume();
            }
        });
    }

    private HBox bar() {
        TextField search = new LimitedField();
        search.setId("history-search");
        search.setPromptText(text("history.search"));
        search.setAccessibleText(text("history.search"));
        search.textProperty().bindBidirectional(history.searchProperty());
        ToggleButton thisFunction = toggle("history.thisFunction", Feather.FILTER);
        thisFunction.selectedProperty().bindBidirectional(history.thisFunctionOnlyProperty());
        ToggleButton pinned = toggle("history.pinnedOnly", Feather.STAR);
        pinned.selectedProperty().bindBidirectional(history.pinnedOnlyProperty());
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.setId("history-summary");
        summary.textProperty().bind(history.summary());
        // With its word: it is what one comes here for.
        Button approve = button("history.approve", Feather.THUMBS_UP, 1, this::askForName);
        approve.setText(text("history.approve.word"));
        approve.setMinWidth(Region.USE_PREF_SIZE);
        approve.getStyleClass().remove("button-icon");
        HBox bar = new HBox(
                Spacing.S,
                search,
                thisFunction,
                pinned,
                summary,
                Controls.spring(),
                button("history.use", Feather.EDIT_3, 1, () -> history.use(first())),
                button("history.again", Feather.REPEAT, 1, () -> history.runAgain(first())),
                approve,
                button("history.pin", Feather.STAR, 1, () -> history.togglePin(first())),
                button("history.compareCode", Feather.CODE, 2, this::compareCode),
                button("share.page", Feather.SHARE, 1, () -> share.savePage(first())),
                button("share.report", Feather.PACKAGE, 1, () -> share.saveReport(first())),
                button("history.delete", Feather.TRASH_2, Integer.MAX_VALUE, () -> history.delete(selection())));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        // Where there is no room for all of it the rest of the panel keeps its width, so that its ends stay in reach.
        bar.setMinWidth(0);
        return bar;
    }

    private void makeApproval() {
        exampleName.setId("example-name");
        exampleName.setAccessibleText(text("history.approve.name"));
        HBox.setHgrow(exampleName, Priority.ALWAYS);
        exampleName.setMinWidth(0);
        Button approve = new Button(text("history.approve"));
        approve.setId("example-approve");
        approve.setDefaultButton(false);
        approve.setMinWidth(Region.USE_PREF_SIZE);
        approve.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> exampleName.getText().isBlank(), exampleName.textProperty()));
        Runnable take = () -> {
            if (!exampleName.getText().isBlank() && !selection().isEmpty()) {
                history.approve(first(), exampleName.getText().strip());
                Controls.show(approval, false);
            }
        };
        approve.setOnAction(_ -> take.run());
        exampleName.setOnAction(_ -> take.run());
        exampleName.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Controls.show(approval, false);
                table.requestFocus();
                event.consume();
            }
        });
        approval.getChildren().addAll(Controls.label(text("history.approve.name")), exampleName, approve);
        approval.setAlignment(Pos.CENTER_LEFT);
        approval.getStyleClass().add("panel-bar");
        Controls.show(approval, false);
    }

    private void askForName() {
        exampleName.setText(HistoryViewModel.suggestedName(first()));
        Controls.show(approval, true);
        exampleName.requestFocus();
        exampleName.selectAll();
    }

    private void show(HistoryViewModel.RunView view) {
        detail.setVisible(view instanceof HistoryViewModel.RunView.One);
        comparison.setVisible(view instanceof HistoryViewModel.RunView.Two);
        switch (view) {
            case HistoryViewModel.RunView.Nothing _ -> {}
            case HistoryViewModel.RunView.One one -> detail.show(one.text());
            case HistoryViewModel.RunView.Two two ->
                comparison.show(
                        text(
                                two.differences().isEmpty() ? "history.compare.same" : "history.compare.differ",
                                RunText.time(two.earlier()),
                                RunText.time(two.later()),
                                two.differences().size()),
                        two.differences());
        }
    }

    private List<RunSummary> selection() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /** Two runs with each other, one with the editor. */
    private void compareCode() {
        List<RunSummary> runs = selection();
        if (runs.size() == 2) {
            history.compareCode(runs.getFirst(), runs.getLast());
        } else {
            history.compareWithNow(first());
        }
    }

    private RunSummary first() {
        return table.getSelectionModel().getSelectedItems().getFirst();
    }

    private static ToggleButton toggle(String key, Feather icon) {
        // Only its sign: beside the search there is no room for words in a window of 1280 px.
        ToggleButton toggle = new ToggleButton(null, Controls.icon(icon));
        toggle.setTooltip(new Tooltip(text(key)));
        toggle.setAccessibleText(text(key));
        toggle.getStyleClass().addAll("small", "flat");
        return toggle;
    }

    private Button button(String key, Feather icon, int most, Runnable action) {
        Button button = Controls.iconButton(icon, text(key), action);
        button.setId(key.replace('.', '-'));
        var items = table.getSelectionModel().getSelectedItems();
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> items.isEmpty() || items.size() > most, items));
        return button;
    }
}
