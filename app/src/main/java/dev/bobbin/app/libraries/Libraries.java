package dev.bobbin.app.libraries;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.LibraryReport;
import java.io.IOException;
import java.nio.file.Path;

/** Libraries of items. Every method may take long: call it in the background. Messages of errors are in plain words. */
public interface Libraries {

    /** Which engine has which library; nothing of the item is run. */
    LibraryReport report(ItemFolder item);

    /**
     * Adds a library of the package index to {@code definition.json}. Nothing is downloaded.
     *
     * @param version empty when it is to be chosen later
     * @throws IOException when it is listed already, or the file cannot be written
     */
    void addPublic(ItemFolder item, String name, String version) throws IOException;

    /** Takes a library of the package index out of {@code definition.json}. @throws IOException see above */
    void removePublic(ItemFolder item, String name) throws IOException;

    /**
     * Copies a wheel into {@code privateLibraries} and lists it.
     *
     * @throws IOException when it is no wheel, or cannot be copied
     */
    void addWheel(ItemFolder item, Path wheel) throws IOException;

    /** Lists a wheel that is there. @throws IOException when the file cannot be written */
    void listWheel(ItemFolder item, String fileName) throws IOException;

    /** Takes a wheel out of the item and its list. @throws IOException when it cannot be deleted */
    void removeWheel(ItemFolder item, String fileName) throws IOException;
}
