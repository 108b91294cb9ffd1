package dev.bobbin.app.data;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Files of lakehouses. Every method may take long: call it in the background. Messages of errors are in plain words. */
public interface LakeFiles {

    /** A file or folder. @param bytes of a file */
    record Entry(String name, boolean folder, long bytes, Instant changed) {}

    /** What lies in a folder: folders first, each by name. @throws IOException when it cannot be listed */
    List<Entry> list(Place.Folder folder) throws IOException;

    /** What to show of a file. @throws IOException when it cannot be read */
    Preview preview(Place.Folder folder, String name) throws IOException;

    /** Where a file or folder lies on the disk. */
    Path path(Place.Folder folder, String name);

    /**
     * Copies files and folders into a folder; what has the same name is replaced.
     *
     * @return how many files were copied; -1 when it was cancelled
     * @throws IOException when one cannot be copied
     */
    long add(Place.Folder folder, List<Path> files, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException;

    /** Makes a folder. @throws IOException when it cannot be made or the name is none */
    void makeFolder(Place.Folder folder, String name) throws IOException;

    /** Gives a file or folder another name. @throws IOException when there is one of that name, or it is none */
    void rename(Place.Folder folder, String name, String newName) throws IOException;

    /** Deletes files and folders with all they hold. @throws IOException when one cannot be deleted */
    void delete(Place.Folder folder, List<String> names) throws IOException;
}
