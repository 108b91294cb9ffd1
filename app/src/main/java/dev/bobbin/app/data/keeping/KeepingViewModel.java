package dev.bobbin.app.data.keeping;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.diff.ChangeListViewModel;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Snapshots of the stand-in that is looked at, and putting its data back. */
public final class KeepingViewModel {

    private static final String NOTICE = "keeping";

    /** Sorted by name, snapshots then are sorted by time; a colon is none for file names. */
    private static final DateTimeFormatter NAME_BY_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm", Locale.ROOT);

    private final WorkspaceModel model;
    private final StandInKeeping keeping;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final NewestTask asking;
    private final ObservableList<String> snapshots = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable String> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper sinceSummary = new ReadOnlyStringWrapper("");
    private final ChangeListViewModel since;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable StandIn standIn;

    public KeepingViewModel(WorkspaceModel model, StandInKeeping keeping, HandEdits edits, TaskRunner tasks) {
        this.model = model;
        this.keeping = keeping;
        this.edits = edits;
        this.since = new ChangeListViewModel(tasks);
        this.tasks = tasks;
        this.asking = new NewestTask(tasks);
    }

    /** Names of the snapshots. */
    public ObservableList<String> snapshots() {
        return snapshots;
    }

    /** Whether something is being done. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The snapshot that the data is compared with; null when it is compared with none. */
    public ReadOnlyObjectProperty<@Nullable String> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** What has changed since that snapshot. */
    public ChangeListViewModel since() {
        return since;
    }

    /** Whether the comparison is still being made: what is shown until then is nothing, or old. */
    public ReadOnlyBooleanProperty comparingProperty() {
        return comparing.getReadOnlyProperty();
    }

    /** How much has changed since that snapshot, in words. */
    public ReadOnlyStringProperty sinceSummaryProperty() {
        return sinceSummary.getReadOnlyProperty();
    }

    /** Looks at a stand-in. */
    public void show(StandIn wanted) {
        if (!wanted.equals(standIn)) {
            snapshots.clear();
            endComparison();
        }
        standIn = wanted;
        refresh();
        String name = compared.get();
        if (name != null) {
            compareAgain(name);
        }
    }

    private void refresh() {
        ItemFolder item = model.itemProperty().get();
        StandIn shown = standIn;
        if (item == null || shown == null) {
            return;
        }
        tasks.run(
                () -> keeping.snapshots(item, shown),
                names -> {
                    if (shown.equals(standIn) && !snapshots.equals(names)) {
                        snapshots.setAll(names);
                    }
                },
                e -> tell(e));
    }

    /** A name that no snapshot has: the time, with a number where that is taken. @param now the time, to the minute */
    public String suggestedName(LocalDateTime now) {
        String time = NAME_BY_TIME.format(now);
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> i == 1 ? time : time + " - " + i)
                .filter(name -> !snapshots.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Takes a snapshot, in place of one of that name. */
    public void take(String name) {
        taking().ifPresent(asked -> asked.take().accept(name));
    }

    /**
     * A snapshot whose name is still to be asked for.
     *
     * @param standIn the name of the stand-in
     * @param take takes it of that stand-in, whatever is looked at by then
     */
    public record Taking(String standIn, Consumer<String> take) {}

    /** A snapshot of what is looked at now; empty when nothing is. */
    public Optional<Taking> taking() {
        return target().map(target -> new Taking(
                target.standIn().name(),
                name -> work(target, (item, asked) -> {
                    keeping.take(item, asked, name.strip());
                    return text("data.snapshot.taken", name.strip(), asked.name());
                })));
    }

    /** Makes the data what it was in a snapshot, after asking. */
    public void restore(String name) {
        ask(
                asked -> text("data.snapshot.restore.question", name, asked),
                text("data.snapshot.restore.yes"),
                (item, restored) -> {
                    keeping.restore(item, restored, name);
                    replaced(restored);
                    return text("data.snapshot.restored", restored.name(), name);
                });
    }

    /** Shows what has changed since a snapshot. */
    public void compare(String name) {
        if (!name.equals(compared.get())) {
            since.show(ChangeSet.EMPTY);
            compared.set(name);
            compareAgain(name);
        }
    }

    private void compareAgain(String name) {
        ItemFolder item = model.itemProperty().get();
        StandIn shown = standIn;
        if (item == null || shown == null) {
            return;
        }
        comparing.set(true);
        sinceSummary.set(text("data.since.busy"));
        asking.run(
                () -> keeping.since(item, shown, name),
                changes -> {
                    comparing.set(false);
                    if (shown.equals(standIn) && name.equals(compared.get())) {
                        since.show(changes);
                        sinceSummary.set(
                                text("data.since.count", changes.changes().size()));
                    }
                },
                e -> {
                    comparing.set(false);
                    if (shown.equals(standIn) && name.equals(compared.get())) {
                        endComparison();
                        tell(e);
                    }
                });
    }

    /** Stops showing what has changed. */
    public void endComparison() {
        asking.forget();
        comparing.set(false);
        compared.set(null);
        since.show(ChangeSet.EMPTY);
    }

    /** Deletes a snapshot, after asking. */
    public void forget(String name) {
        ask(asked -> text("data.snapshot.forget.question", name, asked), text("data.delete"), (item, kept) -> {
            keeping.forget(item, kept, name);
            tasks.onFx(() -> {
                if (kept.equals(standIn) && name.equals(compared.get())) {
                    endComparison();
                }
            });
            return text("data.snapshot.forgotten", name);
        });
    }

    /** Makes the data what a new stand-in has, after asking. */
    public void reset() {
        ask(asked -> text("data.reset.question", asked), text("data.reset.yes"), (item, reset) -> {
            keeping.reset(item, reset);
            replaced(reset);
            return text("data.reset.done", reset.name());
        });
    }

    /** Keeps the data as it is now for the item's examples. */
    public void keepForExamples() {
        target().ifPresent(target ->
                work(target, (item, shown) -> text("data.forExamples.done", keeping.keepForExamples(item, shown))));
    }

    /** Writes all data into an empty folder. */
    public void export(Path folder) {
        target().ifPresent(target -> work(
                target, (item, shown) -> text("data.exportAll.done", keeping.export(item, shown, folder), folder)));
    }

    /** Nothing that was changed before can be taken back any more. */
    private void replaced(StandIn whole) {
        tasks.onFx(() -> edits.forget(whole));
    }

    /** What was looked at when something was asked for: by the time of an answer it may be something else. */
    private record Target(ItemFolder item, StandIn standIn) {}

    private Optional<Target> target() {
        ItemFolder item = model.itemProperty().get();
        StandIn shown = standIn;
        return item == null || shown == null ? Optional.empty() : Optional.of(new Target(item, shown));
    }

    private interface Work {
        /** @return what was done, in words */
        String on(ItemFolder item, StandIn standIn) throws Exception;
    }

    /** @param question makes it, given the name of the stand-in */
    private void ask(UnaryOperator<String> question, String yes, Work work) {
        target().ifPresent(target -> model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        question.apply(target.standIn().name()),
                        List.of(
                                new Notice.Choice(yes, () -> work(target, work)),
                                Notice.Choice.decline(text("choice.cancel"), () -> {})))));
    }

    private void work(Target target, Work work) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        Callable<String> bound = () -> work.on(target.item(), target.standIn());
        tasks.run(
                bound,
                words -> {
                    busy.set(false);
                    model.notices().show(new Notice(NOTICE, Notice.Kind.INFO, words, List.of()));
                    refresh();
                    model.dataChanged();
                },
                e -> {
                    busy.set(false);
                    tell(e);
                });
    }

    private void tell(Exception e) {
        model.notices().show(Notice.error(NOTICE, Reasons.of(e)));
    }
}
