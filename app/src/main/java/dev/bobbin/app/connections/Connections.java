package dev.bobbin.app.connections;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The connections of items and their stand-ins. Every method may take long: call it in the background. An {@code
 * IOException}'s message is in plain words.
 */
public interface Connections {

    /**
     * The connections that the code or {@code definition.json} names, in that order.
     *
     * @throws IOException when what the workspace knows of the item cannot be read
     */
    List<Connection> read(ItemFolder item) throws IOException;

    /** All stand-ins of the item's workspace. @throws IOException when the folder cannot be listed */
    List<StandIn> standIns(ItemFolder item) throws IOException;

    /** Names of other items in the workspace whose connections lead to that stand-in. @throws IOException see above */
    List<String> usedBy(ItemFolder item, StandIn standIn) throws IOException;

    /** Makes a stand-in that is not there, with its seed when it has one. @throws IOException when it cannot be made */
    void create(ItemFolder item, Connection connection) throws IOException;

    /** Lets an alias mean a stand-in, which is made when it is not there. @throws IOException when that fails */
    void make(ItemFolder item, String alias, Candidate target) throws IOException;

    /**
     * Brings a folder's content into a stand-in: what has the same name is replaced, all else stays.
     *
     * @return how many things came in: tables, files, documents, secrets, variables or events
     * @throws IOException when something of it cannot be used
     */
    long fill(ItemFolder item, Connection connection, Path folder) throws IOException;

    /**
     * Makes a folder's content what a stand-in begins with, and begins anew; the folder is copied.
     *
     * @throws IOException when the folder holds nothing of use; the data is then as before
     */
    void seed(ItemFolder item, Connection connection, Path folder) throws IOException;

    /** Lets an alias mean another stand-in from now on. @throws IOException when it cannot be written */
    void bind(ItemFolder item, String alias, Candidate target) throws IOException;

    /** Says what goes wrong with an alias from now on. @throws IOException when it cannot be written */
    void badDay(ItemFolder item, String alias, Optional<BadDay> badDay) throws IOException;

    /**
     * Lets a new alias mean what the old one did, so that its data and switches are kept.
     *
     * @throws IOException when it cannot be written
     */
    void renamed(ItemFolder item, Connection connection, String alias) throws IOException;
}
