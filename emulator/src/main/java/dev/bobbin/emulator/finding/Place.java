package dev.bobbin.emulator.finding;

import java.nio.file.Path;

/**
 * Where in an item something is.
 *
 * @param file the file, relative to the item folder
 * @param line from 1; 0 when the finding is about the file as a whole
 * @param column from 1, in UTF-16 units as editors count; 0 when unknown
 */
public record Place(Path file, int line, int column) {

    /** A place that names only the file. */
    public static Place of(Path file) {
        return new Place(file, 0, 0);
    }
}
