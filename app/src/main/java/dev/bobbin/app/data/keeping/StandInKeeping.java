package dev.bobbin.app.data.keeping;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeping the data of a stand-in and putting it back. Every method may take long: call it in the background. Messages of
 * errors are in plain words.
 */
public interface StandInKeeping {

    /** The names of the snapshots. @throws IOException when they cannot be read */
    List<String> snapshots(ItemFolder item, StandIn standIn) throws IOException;

    /** Takes a snapshot, in place of one of that name. @throws IOException when it cannot be taken */
    void take(ItemFolder item, StandIn standIn, String name) throws IOException;

    /** Makes the data what it was in a snapshot. @throws IOException when it cannot be; nothing has happened */
    void restore(ItemFolder item, StandIn standIn, String name) throws IOException;

    /** What has changed since a snapshot. @throws IOException when it cannot be compared */
    ChangeSet since(ItemFolder item, StandIn standIn, String name) throws IOException;

    /** Deletes a snapshot. @throws IOException when it cannot be deleted */
    void forget(ItemFolder item, StandIn standIn, String name) throws IOException;

    /** Makes the data what a new stand-in has. @throws IOException when it cannot be; nothing has happened */
    void reset(ItemFolder item, StandIn standIn) throws IOException;

    /**
     * Takes back what was changed under a name, by a run or by hand.
     *
     * @throws IOException when the data cannot be read or written
     */
    UndoOutcome undo(ItemFolder item, StandIn standIn, String run) throws IOException;

    /**
     * Keeps the data as it is now for the item's examples, behind each alias that leads to it.
     *
     * @return how many things
     * @throws IOException when it cannot be written, or is a vault
     */
    long keepForExamples(ItemFolder item, StandIn standIn) throws IOException;

    /** Writes all data into an empty folder. @return how many things @throws IOException when it cannot be written */
    long export(ItemFolder item, StandIn standIn, Path folder) throws IOException;
}
