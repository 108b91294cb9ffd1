package dev.bobbin.app.form;

import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps request bodies beside the item's stand-ins. Every method may take long: call it in the background. */
public interface SavedInputs {

    /**
     * Request bodies of an item.
     *
     * @param last body of the last run, by function
     * @param named bodies that were given a name, by function and name, in the order they were saved
     */
    record Inputs(Map<String, String> last, Map<String, Map<String, String>> named) {

        /** No inputs at all. */
        public static final Inputs NONE = new Inputs(Map.of(), Map.of());

        /** The same inputs with another last body of a function. */
        Inputs withLast(String function, String body) {
            Map<String, String> changed = new LinkedHashMap<>(last);
            changed.put(function, body);
            return new Inputs(changed, named);
        }

        /** The same inputs with a body under that name. */
        Inputs withNamed(String function, String name, String body) {
            Map<String, Map<String, String>> changed = new LinkedHashMap<>(named);
            Map<String, String> ofFunction = new LinkedHashMap<>(changed.getOrDefault(function, Map.of()));
            ofFunction.put(name, body);
            changed.put(function, ofFunction);
            return new Inputs(last, changed);
        }

        /** The same inputs without that name. */
        Inputs without(String function, String name) {
            Map<String, Map<String, String>> changed = new LinkedHashMap<>(named);
            Map<String, String> ofFunction = new LinkedHashMap<>(changed.getOrDefault(function, Map.of()));
            ofFunction.remove(name);
            changed.put(function, ofFunction);
            return new Inputs(last, changed);
        }
    }

    /** @throws IOException when there are inputs that cannot be read, in plain words */
    Inputs read(ItemFolder item) throws IOException;

    /** @throws IOException when they cannot be written */
    void write(ItemFolder item, Inputs inputs) throws IOException;
}
