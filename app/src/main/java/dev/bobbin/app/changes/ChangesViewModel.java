package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.diff.ChangeListViewModel;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.UndoOutcome;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What the last run changed, and taking it back. */
public final class ChangesViewModel {

    private static final String NOTICE = "undo";

    private final WorkspaceModel model;
    private final Undo undo;
    private final TaskRunner tasks;
    private final ChangeListViewModel list;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final StringBinding title;
    private int count;

    public ChangesViewModel(WorkspaceModel model, Undo undo, TaskRunner tasks) {
        this.model = model;
        this.undo = undo;
        this.tasks = tasks;
        list = new ChangeListViewModel(tasks);
        title = Bindings.createStringBinding(
                () -> count == 0 ? text("changes.title") : text("changes.title") + " (" + count + ")", list.lines());
        model.lastRunProperty().addListener((_, _, run) -> show(run));
        show(model.lastRunProperty().get());
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

    /** What became of the changes, in a few words. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Takes back what the last run changed. */
    public void undo() {
        FinishedRun run = model.lastRunProperty().get();
        ItemFolder item = model.itemProperty().get();
        if (run == null || item == null || !canUndo.get()) {
            return;
        }
        canUndo.set(false);
        tasks.run(
                () -> undo.undo(item, run.function(), run.request().invocationId()),
                outcome -> {
                    model.dataChanged();
                    if (run.equals(model.lastRunProperty().get())) {
                        took(outcome);
                    }
                },
                e -> {
                    if (run.equals(model.lastRunProperty().get())) {
                        canUndo.set(true);
                    }
                    model.notices().show(Notice.error(NOTICE, text("changes.undo.failed", Reasons.of(e))));
                });
    }

    private void took(UndoOutcome outcome) {
        switch (outcome) {
            case UndoOutcome.Undone undone ->
                state.set(text("changes.undone", undone.undone().changes().size()));
            case UndoOutcome.Refused refused -> {
                canUndo.set(true);
                state.set(text("changes.undo.refused", refused.reason()));
            }
            case UndoOutcome.NothingToUndo _ -> state.set(text("changes.undo.nothing"));
        }
    }

    private void show(@Nullable FinishedRun run) {
        ChangeSet changes = run == null ? ChangeSet.EMPTY : run.result().trace().changes();
        count = changes.changes().size();
        canUndo.set(!changes.isEmpty());
        state.set("");
        list.show(changes);
    }
}
