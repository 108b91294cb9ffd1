package dev.bobbin.app.workspace;

import dev.bobbin.emulator.standin.ChangeSet;

/**
 * A run, and what it changed in its data.
 *
 * @param run the invocation's id
 * @param name what people know it by, such as its function and its time
 * @param kept whether the changes are still kept, so that they can be taken back
 */
public record ChangedRun(String run, String name, ChangeSet changes, boolean kept) {

    /** The run that has just ended. */
    static ChangedRun of(FinishedRun run) {
        ChangeSet changes = run.result().trace().changes();
        return new ChangedRun(run.request().invocationId(), run.function(), changes, !changes.isEmpty());
    }
}
