package dev.bobbin.app.changes;

import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.util.Optional;

/** Takes back what runs changed. Every method may take long: call it in the background. */
public interface Undo {

    /**
     * Puts back what a run changed in all of its stand-ins, or in none.
     *
     * @throws IOException when a stand-in cannot be read or written; the message is in plain words
     */
    UndoOutcome undo(ItemFolder item, ChangedRun run) throws IOException;

    /**
     * The newest of the window's runs whose changes are still kept; empty when there is none.
     *
     * @throws IOException when the history or a stand-in cannot be read; the message is in plain words
     */
    Optional<ChangedRun> newest(ItemFolder item) throws IOException;
}
