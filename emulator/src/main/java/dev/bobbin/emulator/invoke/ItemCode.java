package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.List;

/**
 * The code an engine loads. Two equal values share module state; a different one gets a fresh state.
 *
 * @param script absolute path shown in tracebacks
 * @param text the source to run: what the editor holds, saved or not
 * @param libraries wheels and folders put on {@code sys.path}
 */
public record ItemCode(Path script, String text, List<Path> libraries) {

    public ItemCode {
        libraries = List.copyOf(libraries);
    }

    /** The code of an item as read from disk. */
    public static ItemCode of(ItemFolder item) {
        return new ItemCode(item.scriptPath(), item.script(), item.wheels());
    }
}
