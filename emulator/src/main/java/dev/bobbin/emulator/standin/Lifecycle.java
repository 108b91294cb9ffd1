package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The data of one stand-in from its beginning to its end. Every kind of stand-in has the same: what runs changed and
 * undoing it, snapshots, a seed it begins with, and ways in and out. Messages of errors are in plain words.
 */
public interface Lifecycle {

    /** What runs changed, and taking it back. */
    ChangeLog changes();

    /** The data as it was, kept by name. */
    Snapshots snapshots();

    /**
     * Makes the stand-in, filled from its seed when it has one. Does nothing when it is there.
     *
     * @throws IOException when it cannot be made
     */
    void create() throws IOException;

    /**
     * Makes a folder's content what this stand-in begins with, and begins anew. The folder is copied. What it may hold
     * depends on the kind: what {@link #export} writes, and what {@code docs/data.md} says.
     *
     * @throws IOException when the folder holds nothing of use; the data is then as before
     */
    void seed(Path folder) throws IOException;

    /**
     * Brings a folder's content into the data that is there: what has the same name is replaced, all else stays.
     *
     * @return how many things came in: tables, files, documents, secrets, variables or events
     * @throws IOException when something of the folder cannot be used
     */
    long fill(Path folder) throws IOException;

    /**
     * Makes the data what it was in the beginning: the seed, or nothing. Earlier runs can no longer be undone.
     *
     * @throws IOException when it cannot be written
     */
    void reset() throws IOException;

    /**
     * Writes all data into a folder, in a form that {@link #seed} and {@link #fill} take.
     *
     * @param folder made when it is not there
     * @return how many things went out
     * @throws IOException when it is not empty or cannot be written
     */
    long export(Path folder) throws IOException;

    /**
     * What lies at a place.
     *
     * @param place parts with slashes between them, such as {@code Files/raw}; empty for the top
     * @throws IOException when there is no such place
     */
    List<Entry> browse(String place) throws IOException;

    /**
     * Something that a stand-in holds.
     *
     * @param name the part of a place
     * @param hasMore true when there is something to browse in it
     * @param details a few words: a size, a number of rows, a value. Never a secret's value
     */
    record Entry(String name, boolean hasMore, String details) {}
}
