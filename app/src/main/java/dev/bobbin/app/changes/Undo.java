package dev.bobbin.app.changes;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;

/** Takes back what runs changed. */
@FunctionalInterface
public interface Undo {

    /**
     * Puts back what a run of a function changed in each of its stand-ins; takes a while.
     *
     * @param run the invocation's id
     * @throws IOException when a stand-in cannot be read or written; the message is in plain words
     */
    UndoOutcome undo(ItemFolder item, String function, String run) throws IOException;
}
