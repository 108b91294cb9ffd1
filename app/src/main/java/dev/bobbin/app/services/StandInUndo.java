package dev.bobbin.app.services;

import dev.bobbin.app.changes.Undo;
import dev.bobbin.app.history.RunHistory;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.lifecycle.RunChanges;
import java.io.IOException;
import java.util.Optional;

/** Takes back what runs changed, in the stand-ins that they changed. */
public final class StandInUndo implements Undo {

    /** Runs with changes that are looked at; a stand-in keeps the changes of fewer. */
    private static final int LOOKED_AT = 100;

    private final RunHistory history;

    /** @param history knows earlier runs */
    public StandInUndo(RunHistory history) {
        this.history = history;
    }

    @Override
    public UndoOutcome undo(ItemFolder item, ChangedRun run) throws IOException {
        return new RunChanges(ItemWorkspace.of(item), run.run(), run.changes()).undo();
    }

    @Override
    public Optional<ChangedRun> newest(ItemFolder item) throws IOException {
        for (RunSummary run : history.find(item, RunQuery.newest(LOOKED_AT).ofChanges())) {
            // What callers from outside changed is theirs; the history takes it back, too, when asked for.
            if (run.origin() == RunOrigin.WINDOW) {
                Optional<RunRecord> record = history.get(item, run.id());
                if (record.isPresent()) {
                    ChangedRun changed = history.changed(item, record.get());
                    if (changed.kept()) {
                        return Optional.of(changed);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
