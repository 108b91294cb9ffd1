package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.item.CodeFiles;
import dev.bobbin.emulator.item.FileVersion;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An item folder that is served while it is worked on. Every request looks whether its files have changed, so that what
 * was saved a moment ago is what answers, on every file system; a watcher looks, too, so that new code is loaded before it
 * is asked for.
 */
final class ServedItem implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServedItem.class);

    private static final List<String> PARTS = List.of(
            ItemFolder.SCRIPT,
            ItemFolder.DEFINITION,
            ItemFolder.PLATFORM,
            ItemFolder.FUNCTIONS_FILES.getFirst(),
            ItemFolder.FUNCTIONS_FILES.getLast());

    private final Path root;
    private final Consumer<ServedCode> changed;
    private final ItemWatcher watcher;
    private final CodeFiles imports;
    private final Map<String, FileVersion> parts = new HashMap<>();
    private List<String> state;
    private ServedCode code;
    private boolean readable = true;

    /** Whether the item has ever had a definition since it is served. */
    private boolean defined;

    /**
     * Opens an item and starts to watch it.
     *
     * @param changed gets every new state, on the thread that noticed it first
     * @throws IOException when the folder cannot be read or watched
     */
    ServedItem(Path folder, Consumer<ServedCode> changed) throws IOException {
        this.root = folder.toAbsolutePath().normalize();
        this.changed = changed;
        this.imports = new CodeFiles(root.resolve(ItemFolder.SCRIPT));
        this.state = state();
        this.code = read(state);
        this.watcher = ItemWatcher.start(root, _ -> reload());
    }

    /** The files as they are now. */
    synchronized ServedCode current() {
        reload();
        return code;
    }

    private synchronized void reload() {
        // Looked at before they are read: a file that changes meanwhile differs once more at the next request.
        List<String> now = state();
        if (now.equals(state)) {
            return;
        }
        try {
            code = read(now);
            state = now;
            readable = true;
            changed.accept(code);
        } catch (IOException e) {
            tell(e);
        }
    }

    private ServedCode read(List<String> state) throws IOException {
        boolean there = Files.isRegularFile(root.resolve(ItemFolder.DEFINITION));
        defined |= there;
        return ServedCode.of(ItemReader.read(root), state.getLast(), defined && !there);
    }

    /** Says once that the item cannot be read; every request tries again. */
    private void tell(IOException e) {
        if (readable) {
            LOG.warn(
                    "The item in {} cannot be read at the moment; the state before is served on. {}",
                    root,
                    e.getMessage());
        }
        readable = false;
    }

    /** The versions of the item's parts, and last that of everything its script may import. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        for (String part : PARTS) {
            FileVersion version = FileVersion.of(root.resolve(part), parts.get(part));
            parts.put(part, version);
            state.add(version.text());
        }
        state.add(imports.version(List.of()));
        return state;
    }

    @Override
    public void close() {
        try {
            watcher.close();
        } catch (IOException e) {
            LOG.debug("The watcher of {} did not end cleanly", root, e);
        }
    }
}
