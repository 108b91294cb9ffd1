package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.Path;

/** Reads item folders. A damaged part becomes a finding; the rest is read all the same. */
public final class ItemReader {

    private ItemReader() {}

    /**
     * Reads a folder.
     *
     * @throws IOException when the folder is not there, is no folder or may not be listed
     */
    public static ItemFolder read(Path folder) throws IOException {
        throw new IOException("not yet: " + folder);
    }
}
