package dev.bobbin.emulator.standin;

import java.io.IOException;

/** Keeps what runs changed in one stand-in, so that it can be shown and undone, also after a restart. */
public interface ChangeLog {

    /**
     * What a run changed in this stand-in; empty when it changed nothing, was undone, or is too old to be kept.
     *
     * @param run the invocation's id
     * @throws IOException when the stand-in cannot be read; the message is in plain words
     */
    ChangeSet changes(String run) throws IOException;

    /**
     * Whether changes of a run are kept, so that it can be tried to undo them; quicker than listing them.
     *
     * @param run the invocation's id
     * @throws IOException when the stand-in cannot be read; the message is in plain words
     */
    default boolean keeps(String run) throws IOException {
        return !changes(run).isEmpty();
    }

    /**
     * Puts back what a run changed, wholly or not at all.
     *
     * @param run the invocation's id
     * @throws IOException when the stand-in cannot be written; the message is in plain words
     */
    UndoOutcome undo(String run) throws IOException;

    /**
     * How {@link #undo} would end now; changes nothing.
     *
     * @param run the invocation's id
     * @throws IOException when the stand-in cannot be read; the message is in plain words
     */
    default UndoOutcome rehearse(String run) throws IOException {
        ChangeSet changes = changes(run);
        return changes.isEmpty() ? new UndoOutcome.NothingToUndo() : new UndoOutcome.Undone(changes);
    }
}
