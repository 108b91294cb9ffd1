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
 * @param imports stands for the versions of what may be imported from beside the script; empty when not looked at yet
 */
public record ItemCode(Path script, String text, List<Path> libraries, String imports) {

    public ItemCode {
        libraries = List.copyOf(libraries);
    }

    /** Code whose imports have not been looked at. */
    public ItemCode(Path script, String text, List<Path> libraries) {
        this(script, text, libraries, "");
    }

    /** The same with its imports, as {@link dev.bobbin.emulator.item.CodeFiles#version} tells them. */
    public ItemCode with(String imports) {
        return new ItemCode(script, text, libraries, imports);
    }

    /** The code of an item as read from disk. */
    public static ItemCode of(ItemFolder item) {
        return new ItemCode(item.scriptPath(), item.script(), item.wheels());
    }
}
