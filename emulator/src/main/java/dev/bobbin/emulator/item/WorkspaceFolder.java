package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with item folders in it, as Git has a workspace. */
public final class WorkspaceFolder {

    private static final String SUFFIX = "." + PlatformFile.ITEM_TYPE;

    private WorkspaceFolder() {}

    /**
     * The item folders in a folder, by name, whatever the case; none when the folder is an item itself.
     *
     * @throws IOException when the folder cannot be listed
     */
    public static List<Path> itemsIn(Path folder) throws IOException {
        if (isItem(folder)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory)
                    .filter(WorkspaceFolder::isItem)
                    .sorted(Comparator.comparing(item -> item.getFileName().toString(), String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
    }

    /** Whether a folder is meant as an item: by its name, or by what lies in it. */
    static boolean isItem(Path folder) {
        return String.valueOf(folder.getFileName()).endsWith(SUFFIX)
                || Stream.of(ItemFolder.SCRIPT, ItemFolder.DEFINITION)
                        .anyMatch(part -> Files.exists(folder.resolve(part)));
    }
}
