package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.message.Message;

/** How an undo ended. */
public sealed interface UndoOutcome {

    /** Everything is as it was before the run. @param undone what was put back */
    record Undone(ChangeSet undone) implements UndoOutcome {}

    /** Nothing was put back. @param reason why not */
    record Refused(Message reason) implements UndoOutcome {}

    /** The run has changed nothing that could be undone. */
    record NothingToUndo() implements UndoOutcome {}
}
