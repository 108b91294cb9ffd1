package dev.bobbin.app.form;

import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps request bodies beside the item's stand-ins. Each change is made to what is kept at that moment, which other windows
 * and programs may have changed; what cannot be read is never written over. Every method may take long: call it in the
 * background.
 */
public interface SavedInputs {

    /**
     * Bodies of the last runs, by function.
     *
     * @throws IOException when they cannot be read, in plain words
     */
    Map<String, String> last(ItemFolder item) throws IOException;

    /**
     * Bodies that were given a name, by function and name, in the order they were saved.
     *
     * @throws IOException when they cannot be read, in plain words
     */
    Map<String, Map<String, String>> named(ItemFolder item) throws IOException;

    /**
     * Keeps the body of a function's last run.
     *
     * @return whether it is kept; one that is too large for that is not, and leaves the one before
     * @throws IOException when what is kept cannot be read or written, in plain words
     */
    boolean keepLast(ItemFolder item, String function, String body) throws IOException;

    /**
     * Keeps a body under a name, in place of one that was there.
     *
     * @param body null forgets what is kept under the name
     * @return all named bodies there are then
     * @throws IOException when what is kept cannot be read or written, in plain words
     */
    Map<String, Map<String, String>> keepNamed(ItemFolder item, String function, String name, @Nullable String body)
            throws IOException;
}
