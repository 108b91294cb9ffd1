package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.util.List;

/** What the cases of a table change in the data. For use on the FX thread only. */
final class CaseChanges {

    private static final String CHANGED = "batch-changed";
    private static final String NOT_TAKEN_BACK = "batch-not-taken-back";

    private final WorkspaceModel model;
    private final TakingBack takingBack;
    private final TaskRunner tasks;

    /** How many cases have changed something. */
    private int changed;

    /** How many of these could not be taken back. */
    private int notTakenBack;

    CaseChanges(WorkspaceModel model, TakingBack takingBack, TaskRunner tasks) {
        this.model = model;
        this.takingBack = takingBack;
        this.tasks = tasks;
    }

    /** Begins anew. */
    void forget() {
        changed = 0;
        notTakenBack = 0;
        model.notices().dismiss(CHANGED);
        model.notices().dismiss(NOT_TAKEN_BACK);
    }

    /**
     * Sees to what a case has changed.
     *
     * @param number of its row, from 1
     * @param apart whether that is taken back, so that the next case finds what this one found
     * @param then goes on
     */
    void settle(ItemFolder item, ChangedRun run, int number, boolean apart, Runnable then) {
        changed += run.kept() ? 1 : 0;
        if (!run.kept() || !apart) {
            then.run();
            return;
        }
        tasks.run(
                () -> takingBack.of(item, run),
                outcome -> {
                    model.dataChanged();
                    if (outcome instanceof UndoOutcome.Refused refused) {
                        tellNotTakenBack(number, text(refused.reason()));
                    }
                    then.run();
                },
                e -> {
                    tellNotTakenBack(number, Reasons.of(e));
                    then.run();
                });
    }

    private void tellNotTakenBack(int number, String reason) {
        notTakenBack++;
        model.notices().show(Notice.error(NOT_TAKEN_BACK, text("batch.notTakenBack", number, reason)));
    }

    /** Says how many cases have changed something, and what became of that. @param apart whether it was taken back */
    void tell(boolean apart) {
        // What was not taken back has been told; that all found the same would not be true then.
        if (changed > 0 && notTakenBack == 0) {
            String words = text(apart ? "batch.takenBack" : "batch.changed", changed);
            model.notices().show(new Notice(CHANGED, Notice.Kind.INFO, words, List.of()));
        }
    }
}
