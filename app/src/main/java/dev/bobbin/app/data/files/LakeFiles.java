package dev.bobbin.app.data.files;

import dev.bobbin.app.data.page.Place;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Files of lakehouses. Every method may take long: call it in the background. Messages of errors are in plain words. */
public interface LakeFiles {

    /** A file or folder. @param bytes of a file */
    record Entry(String name, boolean folder, long bytes, Instant changed) {}

    /**
     * What was copied in.
     *
     * @param files how many
     * @param whole false when it was cancelled
     * @param run the name under which it can be taken back
     */
    record Copied(long files, boolean whole, String run) {}

    /** What lies in a folder: folders first, each by name. @throws IOException when it cannot be listed or is gone */
    List<Entry> list(Place.Folder folder) throws IOException;

    /**
     * What to show of a file.
     *
     * @param encoding what its text is written in; null finds out
     * @throws IOException when it cannot be read
     */
    Preview preview(Place.Folder folder, String name, @Nullable Charset encoding) throws IOException;

    /** Where a file or folder lies on the disk. */
    Path path(Place.Folder folder, String name);

    /**
     * Copies files and folders into a folder; what has the same name is replaced.
     *
     * @throws IOException when one cannot be copied
     */
    Copied add(Place.Folder folder, List<Path> files, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException;

    /** Makes a folder. @return the name under which it can be taken back @throws IOException when it cannot be made or the name is none */
    String makeFolder(Place.Folder folder, String name) throws IOException;

    /**
     * Gives a file or folder another name.
     *
     * @return see above
     * @throws IOException when there is one of that name, or it is none
     */
    String rename(Place.Folder folder, String name, String newName) throws IOException;

    /** Deletes files and folders with all they hold. @return see above @throws IOException when one cannot be deleted */
    String delete(Place.Folder folder, List<String> names) throws IOException;
}
