package dev.bobbin.app.workspace;

import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.List;

/** What lies in a folder that is opened. */
sealed interface Found {

    /** An item. */
    record Item(ItemFolder item) implements Found {}

    /** A workspace. @param items the folders of its items, at least one */
    record Items(List<Path> items) implements Found {

        public Items {
            items = List.copyOf(items);
        }
    }
}
