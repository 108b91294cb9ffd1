package dev.bobbin.app.batch;

import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;

/** Takes back what runs changed. May take long: called in the background. */
@FunctionalInterface
public interface TakingBack {

    /**
     * Puts back what a run changed in all of its stand-ins, or in none.
     *
     * @throws IOException when a stand-in cannot be read or written; the message is in plain words
     */
    UndoOutcome of(ItemFolder item, ChangedRun run) throws IOException;
}
