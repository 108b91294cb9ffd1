package dev.bobbin.app.workspace;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.StandInKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the bench does with item folders on disk. Every method may take long: call it in the background. */
public interface ItemFiles {

    /** @throws IOException when the folder cannot be listed, in plain words */
    ItemFolder read(Path folder) throws IOException;

    /**
     * The items that lie in a folder, by name; none when the folder is an item itself, or can become one.
     *
     * @throws IOException when the folder cannot be listed, or is neither item nor workspace, in plain words
     */
    List<Path> itemsIn(Path folder) throws IOException;

    /** @throws IOException when the script cannot be written */
    void writeScript(ItemFolder item, String text) throws IOException;

    /**
     * Writes another file of the item.
     *
     * @param part relative to the item folder
     * @throws IOException when it cannot be written
     */
    void writePart(ItemFolder item, Path part, String text) throws IOException;

    /**
     * Writes a text somewhere else, as when the item's own file cannot be written.
     *
     * @return the file
     * @throws IOException when it cannot be written
     */
    Path writeCopy(Path file, String text) throws IOException;

    /**
     * Makes a new item from the template.
     *
     * @return the new item folder
     * @throws IOException when it cannot be written, or something of that name is there already
     */
    Path create(Path workspace, String name) throws IOException;

    /** The text of the template's {@code function_app.py}. @throws IOException when it cannot be read */
    String scriptTemplate() throws IOException;

    /** Tells of changes by other programs, on any thread, until closed. @throws IOException when it cannot be watched */
    Watch watch(Path folder, Runnable changed) throws IOException;

    /**
     * Tells of changes by other programs in the data around an item, on any thread, until closed.
     *
     * @throws IOException when it cannot be watched
     */
    DataWatch watchData(ItemFolder item, Runnable changed) throws IOException;

    /**
     * What the item's workspace keeps for all its items: the profile and the personas.
     *
     * @throws IOException when the file is damaged or cannot be read, in plain words
     */
    WorkspaceSettings settings(ItemFolder item) throws IOException;

    /**
     * Changes what the item's workspace keeps by now, while other windows wait for their turn.
     *
     * @return what it keeps then
     * @throws IOException when the file cannot be written, or when the one that is there is damaged
     */
    WorkspaceSettings changeSettings(ItemFolder item, UnaryOperator<WorkspaceSettings> change) throws IOException;

    /** Where the stand-ins of this item lie. */
    Path standIns(ItemFolder item);

    /**
     * What stands in for the connected data of a function.
     *
     * @throws IOException when the item's bindings cannot be read, in plain words
     */
    List<ConnectedData> connectedData(ItemFolder item, FunctionSignature function) throws IOException;

    /**
     * Lets an alias mean a stand-in of that kind and of its own name, unless it means something already.
     *
     * @throws IOException when the item's bindings cannot be read or written
     */
    void expect(ItemFolder item, String alias, StandInKind kind) throws IOException;

    /** A watch that is on. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    /** A watch over data, some of whose changes are one's own. */
    interface DataWatch extends Watch {

        /** Does not tell what has changed until now. */
        void takeAsKnown();
    }
}
