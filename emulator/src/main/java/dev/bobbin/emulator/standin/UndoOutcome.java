package dev.bobbin.emulator.standin;

/** How an undo ended. */
public sealed interface UndoOutcome {

    /** Everything is as it was before the run. @param undone what was put back */
    record Undone(ChangeSet undone) implements UndoOutcome {}

    /** Nothing was put back. @param reason in plain words */
    record Refused(String reason) implements UndoOutcome {}

    /** The run has changed nothing that could be undone. */
    record NothingToUndo() implements UndoOutcome {}
}
