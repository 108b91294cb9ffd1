package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.AfterPaint;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FindKey;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.SortKeys;
import dev.bobbin.app.fx.SortedByTable;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Runs in a table; beside it the selected one in words, or where two differ. */
public final class HistoryView extends VBox {

    private static final double LIST_SHARE = 0.55;
    private static final double COMPARED_SHARE = 0.38;
    private static final double LEAST_SEARCH = 140;
    private static final double ROW_HEIGHT = 26;

    private final HistoryViewModel history;
    private final RunActions actions;
    private final ShareViewModel share;
    private final TableView<RunSummary> table = new TableView<>();
    private final StackPane side = new StackPane();
    private final TextField exampleName = new LimitedField();
    private final SplitPane split = new SplitPane();
    /** Made when a run is first selected: the list must not wait for it. */
    private @Nullable ReadOnlyCode detail;
    /** Made when two runs are first selected. */
    private @Nullable DifferencesPane comparison;

    private @Nullable RunSummary unseen;
    private final HBox approval = new HBox(Spacing.S);

    /** The run that is to be approved. */
    private @Nullable RunSummary approved;

    public HistoryView(HistoryViewModel history, RunActions actions, ShareViewModel share) {
        this.history = history;
        this.actions = actions;
        this.share = share;
        makeTable();
        split.getItems().addAll(table, side);
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        makeApproval();
        WrappingBar bar = bar();
        getChildren().addAll(bar, approval, split);
        history.onRunEnded(() -> {
            // A button without a run cannot keep the keyboard; the table, getting it afterwards, would select a run.
            if (bar.isFocusWithin()) {
                table.requestFocus();
            }
            table.getSelectionModel().clearSelection();
        });
        history.shownProperty().addListener((_, _, view) -> show(view));
        show(history.shownProperty().get());
        history.wantedProperty().addListener((_, _, run) -> selectWanted(run));
        selectWanted(history.wantedProperty().get());
        AfterPaint.run(this::fill);
        focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                table.requestFocus();
            }
        });
    }

    /** Puts the runs into the table. They come once it has been painted: both together would hold up the window. */
    private void fill() {
        EmptyState none = new EmptyState(Feather.CLOCK, text("history.empty.title"), text("history.empty.hint"));
        EmptyState nothingFound =
                new EmptyState(Feather.SEARCH, text("history.notFound.title"), text("history.notFound.hint"));
        table.placeholderProperty()
                .bind(Bindings.createObjectBinding(
                        () -> history.isNarrowed() ? nothingFound : none,
                        history.searchProperty(),
                        history.thisFunctionOnlyProperty(),
                        history.pinnedOnlyProperty()));
        SortedByTable.show(table, history.rows());
        // After the table's own listener: before it, a row that has just come cannot be selected yet.
        table.getItems().addListener((ListChangeListener<RunSummary>) _ -> selectWanted(unseen));
        selectWanted(unseen);
        Controls.selectWhenFocused(table);
    }

    /** Selects the run somebody wants to see, at once or when it comes to be listed. */
    private void selectWanted(@Nullable RunSummary run) {
        unseen = run;
        int row = run == null ? -1 : table.getItems().indexOf(run);
        if (row >= 0) {
            unseen = null;
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(row);
        }
    }

    private void makeTable() {
        table.setId("history");
        table.setAccessibleText(text("history.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        // Else the table makes a row more to measure it, before it shows any.
        table.setFixedCellSize(ROW_HEIGHT);
        table.setPlaceholder(new Region());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        HistoryColumns.addTo(table);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunSummary>) _ -> select());
        table.setContextMenu(new ContextMenu());
        Menu sort = SortKeys.on(table);
        table.getContextMenu().setOnShowing(_ -> {
            table.getContextMenu().getItems().setAll(menu());
            table.getContextMenu().getItems().add(sort);
        });
        // One that is empty is not shown at all.
        table.getContextMenu().getItems().setAll(menu());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                actions.delete(selection());
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                selection().stream().findFirst().ifPresent(actions::use);
                event.consume();
            }
        });
    }

    private WrappingBar bar() {
        TextField search = new LimitedField();
        search.setId("history-search");
        search.promptTextProperty().bind(history.summary());
        search.setAccessibleText(text("history.search"));
        search.textProperty().bindBidirectional(history.searchProperty());
        FindKey.on(this, search);
        ToggleButton thisFunction = toggle("history.thisFunction", Feather.FILTER);
        thisFunction.selectedProperty().bindBidirectional(history.thisFunctionOnlyProperty());
        ToggleButton pinned = toggle("history.pinnedOnly", Feather.STAR);
        pinned.selectedProperty().bindBidirectional(history.pinnedOnlyProperty());
        // With its word: it is what one comes here for.
        Button approve = button("history.approve", Feather.THUMBS_UP, this::askForName);
        approve.setText(text("history.approve.word"));
        approve.setMinWidth(Region.USE_PREF_SIZE);
        approve.getStyleClass().remove("button-icon");
        Button undo = Controls.iconButton(Feather.CORNER_UP_LEFT, text("history.undo"), () -> actions.undo(first()));
        undo.setId("history-undo");
        undo.disableProperty().bind(Bindings.createBooleanBinding(() -> !canUndo(), history.shownProperty()));
        MenuButton more = new MenuButton(text("history.more"));
        more.setId("history-more");
        more.getStyleClass().add("small");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.getItems().setAll(menu());
        more.setOnShowing(_ -> more.getItems().setAll(menu()));
        more.disableProperty().bind(noneOf(Integer.MAX_VALUE));
        Label found = Controls.label("", "text-muted", "text-small");
        found.setId("history-found");
        found.textProperty().bind(history.found());
        found.visibleProperty().bind(history.found().isNotEmpty());
        found.managedProperty().bind(found.visibleProperty());
        search.setPrefWidth(LEAST_SEARCH);
        HBox.setHgrow(search, Priority.ALWAYS);
        return new WrappingBar(
                Spacing.S,
                search,
                found,
                thisFunction,
                pinned,
                button("history.again", Feather.REPEAT, () -> actions.runAgain(first())),
                undo,
                approve,
                more);
    }

    /** Whether there is one run selected whose changes can be taken back. */
    private boolean canUndo() {
        return history.shownProperty().get() instanceof HistoryViewModel.RunView.One one
                && one.changed().kept();
    }

    /** What can be done with the runs that are selected, in words. */
    private List<MenuItem> menu() {
        MenuItem undo = item("history.undo", Feather.CORNER_UP_LEFT, 1, () -> actions.undo(first()));
        undo.setDisable(!canUndo());
        return List.of(
                item("history.use", Feather.EDIT_3, 1, () -> actions.use(first())),
                item("history.again", Feather.REPEAT, 1, () -> actions.runAgain(first())),
                undo,
                item("history.approve", Feather.THUMBS_UP, 1, this::askForName),
                item("history.pin", Feather.STAR, 1, () -> actions.togglePin(first())),
                item("history.compareCode", Feather.CODE, 2, this::compareCode),
                new SeparatorMenuItem(),
                item("share.page", Feather.SHARE, 1, () -> share.savePage(first())),
                item("share.report", Feather.PACKAGE, 1, () -> share.saveReport(first())),
                new SeparatorMenuItem(),
                item("history.delete", Feather.TRASH_2, Integer.MAX_VALUE, () -> actions.delete(selection())));
    }

    private MenuItem item(String key, Feather icon, int most, Runnable action) {
        MenuItem item = new MenuItem(text(key), Controls.icon(icon));
        item.setId(key.replace('.', '-'));
        item.setDisable(noneOf(most).get());
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Whether no run is selected, or more than so many. */
    private BooleanBinding noneOf(int most) {
        var items = table.getSelectionModel().getSelectedItems();
        return Bindings.createBooleanBinding(() -> items.isEmpty() || items.size() > most, items);
    }

    private void makeApproval() {
        exampleName.setId("example-name");
        exampleName.setAccessibleText(text("history.approve.name"));
        HBox.setHgrow(exampleName, Priority.ALWAYS);
        exampleName.setMinWidth(0);
        Button approve = new Button(text("history.approve"));
        approve.setId("example-approve");
        approve.getStyleClass().add("accent");
        approve.setMinWidth(Region.USE_PREF_SIZE);
        approve.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> exampleName.getText().isBlank(), exampleName.textProperty()));
        Runnable take = () -> {
            RunSummary run = approved;
            if (!exampleName.getText().isBlank() && run != null) {
                actions.approve(run, exampleName.getText().strip());
                Controls.show(approval, false);
            }
        };
        approve.setOnAction(_ -> take.run());
        exampleName.setOnAction(_ -> take.run());
        Runnable leave = () -> {
            Controls.show(approval, false);
            table.requestFocus();
        };
        Button cancel = new Button(text("choice.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> leave.run());
        approval.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        approval.getChildren().addAll(Controls.label(text("history.approve.name")), exampleName, approve, cancel);
        approval.setAlignment(Pos.CENTER_LEFT);
        approval.getStyleClass().add("panel-bar");
        Controls.show(approval, false);
    }

    /** The run that is asked about stays the one, unless another is chosen: then it is not asked about any more. */
    private void askForName() {
        approved = first();
        exampleName.setText(RunActions.suggestedName(first()));
        Controls.show(approval, true);
        exampleName.requestFocus();
        exampleName.selectAll();
    }

    private void show(HistoryViewModel.RunView view) {
        boolean two = view instanceof HistoryViewModel.RunView.Two;
        if (two != (comparison != null && side.getChildren().contains(comparison))) {
            // Three columns of values need the room that one text does not.
            split.setDividerPositions(two ? COMPARED_SHARE : LIST_SHARE);
        }
        side.getChildren()
                .setAll(
                        switch (view) {
                            case HistoryViewModel.RunView.Nothing _ ->
                                new EmptyState(
                                        Feather.CLOCK, text("history.select.title"), text("history.select.hint"));
                            case HistoryViewModel.RunView.Many many ->
                                new EmptyState(
                                        Feather.LIST,
                                        text("history.many.title", many.runs()),
                                        text("history.many.hint"));
                            case HistoryViewModel.RunView.One one -> detail(one);
                            case HistoryViewModel.RunView.Two both -> comparison(both);
                        });
    }

    private Node detail(HistoryViewModel.RunView.One one) {
        ReadOnlyCode made = detail;
        if (made == null) {
            made = new ReadOnlyCode(text("history.detail"), _ -> List.of());
            made.area().setId("history-detail");
            made.area().setWrapText(true);
            detail = made;
        }
        made.show(one.text());
        return made;
    }

    private Node comparison(HistoryViewModel.RunView.Two both) {
        DifferencesPane made = comparison;
        if (made == null) {
            made = new DifferencesPane("history-differences");
            comparison = made;
        }
        made.show(
                text(
                        both.differences().isEmpty() ? "history.compare.same" : "history.compare.differ",
                        RunText.time(both.earlier()),
                        RunText.time(both.later()),
                        both.differences().size()),
                both.differences());
        return made;
    }

    private void select() {
        List<RunSummary> runs = selection();
        history.select(runs);
        if (approved != null && !runs.isEmpty() && runs.getFirst().id() != approved.id()) {
            Controls.show(approval, false);
        }
    }

    private List<RunSummary> selection() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    /** Two runs with each other, one with the editor. */
    private void compareCode() {
        List<RunSummary> runs = selection();
        if (runs.size() == 2) {
            actions.compareCode(runs.getFirst(), runs.getLast());
        } else {
            actions.compareWithNow(first());
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

    private Button button(String key, Feather icon, Runnable action) {
        Button button = Controls.iconButton(icon, text(key), action);
        button.setId(key.replace('.', '-'));
        button.disableProperty().bind(noneOf(1));
        return button;
    }
}
