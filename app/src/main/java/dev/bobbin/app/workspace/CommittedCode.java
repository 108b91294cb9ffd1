package dev.bobbin.app.workspace;

import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.util.Optional;

/** What version control holds of an item. Call it in the background. */
@FunctionalInterface
public interface CommittedCode {

    /**
     * The script as it was last committed; empty when it never was, or when the folder is under no version control here.
     *
     * @throws IOException when that cannot be found out, in plain words
     */
    Optional<String> script(ItemFolder item) throws IOException;

    /** Whether the item lies in a folder under version control. */
    default boolean isKept(ItemFolder item) {
        return true;
    }
}
