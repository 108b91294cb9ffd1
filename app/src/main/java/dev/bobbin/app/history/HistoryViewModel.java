package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The list of runs of the open item: searched, shown, and compared with each other. */
public final class HistoryViewModel {

    private static final String NOTICE = "history";
    private static final int SHOWN = 10_000;

    /** Runs of the same function that others can make before the window's last one is told by its number no longer. */
    private static final int MOST_NEWER = 50;

    private static final Duration PAUSE = Duration.ofMillis(150);

    private final WorkspaceModel model;
    private final RunHistory history;
    private final TaskRunner tasks;
    private final Debouncer changes;
    private final ObservableList<RunSummary> rows = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty thisFunctionOnly = new SimpleBooleanProperty();
    private final BooleanProperty pinnedOnly = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable RunSummary> wanted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunView> shown = new ReadOnlyObjectWrapper<>(new RunView.Nothing());
    private final StringBinding summary = Bindings.createStringBinding(this::summarise, rows);
    private final StringBinding found = Bindings.createStringBinding(
            () -> isNarrowed() ? text("history.found", rows.size()) : "", rows, search, thisFunctionOnly, pinnedOnly);
    private final Subscription heard;
    private List<RunSummary> selected = List.of();
    private int searches;
    private Runnable runEnded = () -> {};
    private Consumer<@Nullable ChangedRun> looker = _ -> {};

    /** @param history hears of its changes, too, until this is closed */
    public HistoryViewModel(WorkspaceModel model, RunHistory history, TaskRunner tasks) {
        this.model = model;
        this.history = history;
        this.tasks = tasks;
        this.changes = new Debouncer(tasks, PAUSE);
        search.addListener((_, _, _) -> changes.call(this::refresh));
        thisFunctionOnly.addListener((_, _, _) -> refresh());
        pinnedOnly.addListener((_, _, _) -> refresh());
        model.selectedProperty().addListener((_, _, _) -> {
            if (thisFunctionOnly.get()) {
                changes.call(this::refresh);
            }
        });
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                rows.clear();
                select(List.of());
                changes.call(this::refresh);
            }
        });
        model.lastRunProperty().addListener((_, _, run) -> {
            if (run != null) {
                // What was selected before is no longer what the commands are about.
                select(List.of());
                runEnded.run();
            }
        });
        // Taking back, restoring and resetting change what can still be taken back.
        model.dataVersionProperty().addListener((_, _, _) -> select(selected));
        // A flood of requests from outside must not become a flood of queries.
        heard = history.onChange(() -> tasks.onFx(() -> changes.call(this::refresh)));
    }

    /** Hears of no further runs: the window is gone, the histories go on. */
    public void close() {
        heard.unsubscribe();
    }

    /** What the side panel shows. */
    public sealed interface RunView {

        /** No run is selected. */
        record Nothing() implements RunView {}

        /** More than can be compared. */
        record Many(int runs) implements RunView {}

        /** One run, in words. @param changed what it changed in its data */
        record One(String text, ChangedRun changed) implements RunView {}

        /** Two runs. @param differences where the later one is not as the earlier one was */
        record Two(RunSummary earlier, RunSummary later, List<Difference> differences) implements RunView {}
    }

    /** Runs, newest first. */
    public ObservableList<RunSummary> rows() {
        return rows;
    }

    /** How many there are. */
    public StringBinding summary() {
        return summary;
    }

    /** A text that is in the input, output, errors or name of the function. */
    public StringProperty searchProperty() {
        return search;
    }

    /** Whether only runs of the selected function are listed. */
    public BooleanProperty thisFunctionOnlyProperty() {
        return thisFunctionOnly;
    }

    /** Whether only pinned runs are listed. */
    public BooleanProperty pinnedOnlyProperty() {
        return pinnedOnly;
    }

    /** Whether only some of the runs are listed. */
    public boolean isNarrowed() {
        return !search.get().isBlank() || thisFunctionOnly.get() || pinnedOnly.get();
    }

    /** How many runs were found, in words; empty while nothing is looked for. */
    public StringBinding found() {
        return found;
    }

    /** What of the selection is shown. */
    public ReadOnlyObjectProperty<RunView> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Shows a run, by itself, whatever the list was narrowed to. Says so when it is no longer kept.
     *
     * @param time when it was asked for
     */
    public void open(String function, Instant time, String invocationId) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        work(
                () -> find(item, function, time, invocationId),
                found -> found.ifPresentOrElse(
                        this::want, () -> model.notices().show(Notice.error(NOTICE, text("history.gone")))));
    }

    private Optional<RunSummary> find(ItemFolder item, String function, Instant time, String invocationId)
            throws IOException {
        for (RunSummary run : history.find(item, new RunQuery("", function, null, false, false, SHOWN))) {
            if (run.time().equals(time.truncatedTo(ChronoUnit.MILLIS))
                    && history.require(item, run).input().invocationId().equals(invocationId)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    private void want(RunSummary run) {
        search.set("");
        thisFunctionOnly.set(false);
        pinnedOnly.set(false);
        wanted.set(null);
        wanted.set(run);
        refresh();
    }

    /** The run that somebody wants to see; null until then. Set anew each time. */
    public ReadOnlyObjectProperty<@Nullable RunSummary> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Takes over which runs are selected; one is shown, two are compared. */
    public void select(List<RunSummary> runs) {
        if (!selected.equals(runs)) {
            model.notices().dismiss(RunActions.DELETE);
        }
        selected = List.copyOf(runs);
        ItemFolder item = model.itemProperty().get();
        if (item == null || selected.isEmpty() || selected.size() > 2) {
            show(selected.isEmpty() ? new RunView.Nothing() : new RunView.Many(selected.size()));
            return;
        }
        List<RunSummary> wanted = selected;
        work(() -> view(item, wanted), view -> {
            if (wanted.equals(selected)) {
                show(view);
            }
        });
    }

    private void show(RunView view) {
        shown.set(view);
        looker.accept(view instanceof RunView.One one ? one.changed() : null);
    }

    /** The one that is told which run's changes to show; null means those of the run that ended last. */
    public void onLook(Consumer<@Nullable ChangedRun> listener) {
        looker = listener;
    }

    /** The one that takes the selection back when a run ends. */
    public void onRunEnded(Runnable listener) {
        runEnded = listener;
    }

    /**
     * Does something with the run that commands are about: the one selected first, if it was selected since the window's last
     * run ended; else that last run; else the newest there is. Says so when there is none.
     */
    public void onCurrent(Consumer<RunSummary> action) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        if (!selected.isEmpty()) {
            action.accept(selected.getFirst());
            return;
        }
        FinishedRun last = model.lastRunProperty().get();
        work(
                () -> latest(item, last),
                found -> found.ifPresentOrElse(
                        action,
                        () -> model.notices()
                                .show(new Notice(NOTICE, Notice.Kind.INFO, text("history.noRun"), List.of()))));
    }

    private Optional<RunSummary> latest(ItemFolder item, @Nullable FinishedRun last) throws IOException {
        String function = last == null ? null : last.function();
        List<RunSummary> newest = history.find(item, new RunQuery("", function, null, false, false, MOST_NEWER));
        if (last != null) {
            // Other windows and callers may have run the same function since.
            for (RunSummary run : newest) {
                if (history.require(item, run)
                        .input()
                        .invocationId()
                        .equals(last.request().invocationId())) {
                    return Optional.of(run);
                }
            }
        }
        return newest.stream().findFirst();
    }

    /** Lists the runs anew. Searches can end in another order than they began; only the last one is shown. */
    private void refresh() {
        int own = ++searches;
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        var function = model.selectedProperty().get();
        @Nullable String only = thisFunctionOnly.get() && function != null ? function.name() : null;
        RunQuery query = new RunQuery(search.get(), only, null, pinnedOnly.get(), false, SHOWN);
        work(
                () -> {
                    history.rescue(item)
                            .ifPresent(message -> tasks.onFx(() -> model.notices()
                                    .show(new Notice("history-rescue", Notice.Kind.INFO, message, List.of()))));
                    return history.find(item, query);
                },
                found -> {
                    if (own == searches && model.isOpen(item)) {
                        rows.setAll(found);
                    }
                });
    }

    private RunView view(ItemFolder item, List<RunSummary> runs) throws IOException {
        RunRecord first = history.require(item, runs.getFirst());
        if (runs.size() == 1) {
            return new RunView.One(RunText.full(first), history.changed(item, first));
        }
        RunRecord second = history.require(item, runs.getLast());
        boolean inOrder = first.summary().id() < second.summary().id();
        RunRecord earlier = inOrder ? first : second;
        RunRecord later = inOrder ? second : first;
        return new RunView.Two(earlier.summary(), later.summary(), RunDifferences.of(earlier, later));
    }

    private <T> void work(Callable<T> work, Consumer<? super T> then) {
        tasks.run(work, then, e -> model.notices().show(Notice.error(NOTICE, RunActions.reason(e))));
    }

    private String summarise() {
        return text(rows.size() < SHOWN ? "history.summary" : "history.summary.newest", rows.size());
    }
}
