package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.util.List;

/** The data of a stand-in as it was at certain times, by name. Messages of errors are in plain words. */
public interface Snapshots {

    /** The names of the snapshots, in alphabetical order. */
    List<String> names() throws IOException;

    /**
     * Takes a snapshot, in place of one of that name.
     *
     * @param name letters, digits, dots, dashes, underscores and blanks, at most 80
     * @throws IOException when it cannot be taken
     */
    void take(String name) throws IOException;

    /**
     * Makes the data what it was when the snapshot was taken. Runs before it can no longer be undone.
     *
     * @throws IOException when there is no such snapshot or it cannot be restored; the data is then as before
     */
    void restore(String name) throws IOException;

    /** Deletes a snapshot. @throws IOException when there is none of that name */
    void delete(String name) throws IOException;

    /** What has changed since the snapshot was taken. @throws IOException when there is none of that name */
    ChangeSet diff(String name) throws IOException;
}
