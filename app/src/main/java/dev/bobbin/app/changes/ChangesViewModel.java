package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.diff.ChangeListViewModel;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What a run changed, and taking it back: the last run, until an earlier one is looked at. */
public final class ChangesViewModel {

    private static final String NOTICE = "undo";
    private static final ChangedRun NONE = new ChangedRun("", "", ChangeSet.EMPTY, false);

    private final WorkspaceModel model;
    private final Undo undo;
    private final TaskRunner tasks;
    private final ChangeListViewModel list;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper subject = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final StringBinding title;

    /** What the last run changed, as it can be taken back now. */
    private ChangedRun last = NONE;

    private ChangedRun shown = NONE;

    public ChangesViewModel(WorkspaceModel model, Undo undo, TaskRunner tasks) {
        this.model = model;
        this.undo = undo;
        this.tasks = tasks;
        list = new ChangeListViewModel(tasks);
        title = Bindings.createStringBinding(this::titleNow, list.lines());
        model.lastRunProperty().addListener((_, _, run) -> ended(run));
        ended(model.lastRunProperty().get());
    }

    private String titleNow() {
        int count = shown.changes().changes().size();
        return count == 0 ? text("changes.title") : text("changes.title") + " (" + count + ")";
    }

    /** The changes. */
    public ChangeListViewModel list() {
        return list;
    }

    /** Name of the panel, with how many things were changed. */
    public StringBinding title() {
        return title;
    }

    /** Whether there is something to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Which run it is about; empty for the last one. */
    public ReadOnlyStringProperty subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** What became of the changes, in a few words. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Shows what an earlier run changed. @param run null shows the last one again */
    public void look(@Nullable ChangedRun run) {
        ChangedRun wanted = run == null ? last : run;
        if (wanted.run().equals(shown.run())) {
            // Its words stay: they may say what has just become of it.
            canUndo.set(wanted.kept());
        } else {
            show(wanted);
        }
        subject.set(run == null ? "" : text("changes.of", run.name()));
    }

    /** Takes back what the run that is shown changed. */
    public void undo() {
        if (canUndo.get()) {
            ChangedRun run = shown;
            takeBack(run, words -> note(run, words));
        }
    }

    /** Takes back what a run changed, and says over the window what became of it. */
    public void undo(ChangedRun run) {
        takeBack(run, words -> tell(run, words));
    }

    /** Takes back the newest run that changed something, and says over the window which one that was. */
    public void undoNewest() {
        if (last.kept()) {
            undo(last);
            return;
        }
        onItem(
                undo::newest,
                newest ->
                        newest.ifPresentOrElse(this::undo, () -> notice(Notice.Kind.INFO, text("changes.undo.noRun"))),
                () -> {});
    }

    private void takeBack(ChangedRun run, Consumer<String> then) {
        takesBack(run, false);
        onItem(
                item -> undo.undo(item, run),
                outcome -> {
                    takesBack(run, outcome instanceof UndoOutcome.Refused);
                    then.accept(words(outcome));
                    model.dataChanged();
                },
                () -> takesBack(run, true));
    }

    /** Notes whether a run can be taken back now, wherever it is known. */
    private void takesBack(ChangedRun run, boolean possible) {
        if (run.run().equals(last.run())) {
            last = new ChangedRun(last.run(), last.name(), last.changes(), possible);
        }
        if (run.run().equals(shown.run())) {
            canUndo.set(possible);
        }
    }

    private static String words(UndoOutcome outcome) {
        return switch (outcome) {
            case UndoOutcome.Undone undone ->
                text("changes.undone", undone.undone().changes().size());
            case UndoOutcome.Refused refused -> text("changes.undo.refused", text(refused.reason()));
            case UndoOutcome.NothingToUndo _ -> text("changes.undo.nothing");
        };
    }

    private void tell(ChangedRun run, String words) {
        notice(Notice.Kind.INFO, text("changes.undo.told", run.name(), words));
        note(run, words);
    }

    private void note(ChangedRun run, String words) {
        if (run.run().equals(shown.run())) {
            state.set(words);
        }
    }

    private void notice(Notice.Kind kind, String words) {
        model.notices().show(new Notice(NOTICE, kind, words, List.of()));
    }

    /** Something to do in the background. */
    private interface ItemWork<T> {
        T on(ItemFolder item) throws Exception;
    }

    private <T> void onItem(ItemWork<T> work, Consumer<? super T> then, Runnable failed) {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            Callable<T> inBackground = () -> work.on(item);
            tasks.run(inBackground, then, e -> {
                failed.run();
                notice(Notice.Kind.ERROR, text("changes.undo.failed", Reasons.of(e)));
            });
        }
    }

    private void ended(@Nullable FinishedRun run) {
        last = run == null ? NONE : run.changed();
        subject.set("");
        show(last);
    }

    private void show(ChangedRun run) {
        shown = run;
        canUndo.set(run.kept());
        state.set(run.kept() || run.changes().isEmpty() ? "" : text("changes.undo.gone"));
        list.show(run.changes());
    }
}
