package dev.bobbin.app.services;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/**
 * The workspace of an item whose folder is there. When it is gone, with a network drive say, the workspace must not be
 * made anew at its old place: functions would run on empty data, and look as if all had been lost.
 */
final class ItemWorkspace {

    private ItemWorkspace() {}

    /** @throws NoSuchFileException when the item's folder is not there */
    static Workspace of(ItemFolder item) throws IOException {
        if (!Files.isDirectory(item.root())) {
            throw new NoSuchFileException(item.root().toString());
        }
        return Workspace.of(item);
    }
}
