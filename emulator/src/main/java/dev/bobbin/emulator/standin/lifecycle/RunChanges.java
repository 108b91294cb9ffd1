package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeLogs;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.util.List;

/**
 * The changes of one run, where they were made: in the stand-ins that its own record names. The code is not asked. Its
 * function may be gone, renamed or never saved, and its connections may mean other data by now.
 *
 * @param run the invocation's id
 * @param recorded what the run changed, as it was told when it ended
 */
public record RunChanges(Workspace workspace, String run, ChangeSet recorded) {

    /**
     * Puts back what the run changed, in all of its stand-ins or in none.
     *
     * @throws IOException when a stand-in cannot be read or written; the message is in plain words
     */
    public UndoOutcome undo() throws IOException {
        return ChangeLogs.undo(run, logs());
    }

    /**
     * Whether any of it is still kept: not after an undo, nor when the run is too old. Later changes may stand in the way
     * all the same; that shows when it is tried.
     *
     * @throws IOException when a stand-in cannot be read; the message is in plain words
     */
    public boolean areKept() throws IOException {
        for (ChangeLog log : logs()) {
            if (log.keeps(run)) {
                return true;
            }
        }
        return false;
    }

    private List<ChangeLog> logs() {
        return recorded.changes().stream()
                .map(Change::standIn)
                .distinct()
                .flatMap(name -> workspace.named(name).stream())
                .map(standIn -> Lifecycles.changes(standIn, workspace))
                .toList();
    }
}
