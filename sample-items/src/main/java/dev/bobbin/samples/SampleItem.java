package dev.bobbin.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A complete item that comes with Bobbin.
 *
 * @param id folder name in the resources, kebab-case
 * @param title such as {@code Hello and the data types}
 * @param description one sentence for the gallery
 */
public record SampleItem(String id, String title, String description) {

    /** All samples, in the order of the gallery. */
    public static List<SampleItem> all() {
        return List.of();
    }

    /**
     * Copies the item and its seed data into a workspace folder and returns the item folder. What is already there stays.
     *
     * @throws IOException when the folder cannot be written
     */
    public Path copyTo(Path workspace) throws IOException {
        return workspace.resolve(id);
    }
}
