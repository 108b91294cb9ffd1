package dev.bobbin.app.data.page;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.keeping.StandInKeeping;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What people change by hand in the data of stand-ins, of whatever kind. Every edit is recorded under a name, as the
 * changes of a run are, and can be taken back by it: the latest first. The edits of an item are forgotten with it.
 */
public final class HandEdits {

    /** As many as stand-ins keep. */
    private static final int MOST = 50;

    private static final String NOTICE = "hand-edit";

    /** @param words the sentence that says what was done */
    private record Made(StandIn standIn, String run, String words) {}

    private final WorkspaceModel model;
    private final StandInKeeping keeping;
    private final TaskRunner tasks;
    private final Deque<Made> made = new ArrayDeque<>();
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private boolean undoing;

    public HandEdits(WorkspaceModel model, StandInKeeping keeping, TaskRunner tasks) {
        this.model = model;
        this.keeping = keeping;
        this.tasks = tasks;
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                made.clear();
                tellNext();
            }
        });
    }

    /** The sentence of the edit that {@link #undo} would take back; empty when there is none. */
    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }

    /**
     * Makes an edit in the background and offers to take it back.
     *
     * @param words the sentence that says what was done
     * @param edit gives the name under which it can be taken back
     * @param then called once it is made
     * @param failed called when it is refused
     */
    public void make(
            StandIn standIn, String words, Callable<String> edit, Runnable then, Consumer<? super Exception> failed) {
        tasks.run(
                edit,
                run -> {
                    made(standIn, words, run);
                    then.run();
                    model.dataChanged();
                },
                e -> {
                    // What was done before must not stand over what is said now; it can still be taken back.
                    model.notices().dismiss(NOTICE);
                    failed.accept(e);
                });
    }

    /** Offers to take an edit back that has been made. @param run the name under which it is kept */
    public void made(StandIn standIn, String words, String run) {
        made.addLast(new Made(standIn, run, words));
        if (made.size() > MOST) {
            made.removeFirst();
        }
        tellNext();
        model.notices()
                .show(new Notice(
                        NOTICE, Notice.Kind.INFO, words, List.of(new Notice.Choice(text("data.undo"), this::undo))));
    }

    /** Lets everything look at the data again. */
    public void changed() {
        model.dataChanged();
    }

    /** Has the window ask about texts that are not saved before it closes. @param names what people know them by */
    public void unsaved(List<String> names) {
        model.unsavedTexts().set(names);
    }

    /** Forgets the edits of a stand-in, because its data was replaced as a whole. */
    public void forget(StandIn standIn) {
        made.removeIf(edit -> edit.standIn().path().equals(standIn.path()));
        tellNext();
    }

    private void tellNext() {
        next.set(made.isEmpty() ? "" : made.getLast().words());
    }

    /** Takes the latest edit back. */
    public void undo() {
        ItemFolder item = model.itemProperty().get();
        if (item == null || made.isEmpty() || undoing) {
            return;
        }
        undoing = true;
        Made edit = made.removeLast();
        tellNext();
        tasks.run(
                () -> keeping.undo(item, edit.standIn(), edit.run()),
                outcome -> {
                    undoing = false;
                    model.notices().show(told(edit, outcome));
                    model.dataChanged();
                },
                e -> {
                    undoing = false;
                    made.addLast(edit);
                    tellNext();
                    model.notices().show(Notice.error(NOTICE, text("data.undo.refused", edit.words(), Reasons.of(e))));
                });
    }

    private static Notice told(Made edit, UndoOutcome outcome) {
        return switch (outcome) {
            case UndoOutcome.Undone _ ->
                new Notice(NOTICE, Notice.Kind.INFO, text("data.undone", edit.words()), List.of());
            case UndoOutcome.Refused refused ->
                Notice.error(NOTICE, text("data.undo.refused", edit.words(), text(refused.reason())));
            case UndoOutcome.NothingToUndo _ -> Notice.error(NOTICE, text("data.undo.gone", edit.words()));
        };
    }
}
