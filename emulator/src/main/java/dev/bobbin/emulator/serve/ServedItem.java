package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.item.CodeFiles;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemWatcher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An item folder that is served while it is worked on. Every request looks whether its files have changed, so that what
 * was saved a moment ago is what answers; a watcher looks, too, so that new code is loaded before it is asked for.
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
    private List<Object> stamp;
    private List<Object> contents;
    private ServedCode code;
    private boolean readable = true;

    /**
     * Opens an item and starts to watch it.
     *
     * @param changed gets every new state, on the thread that noticed it first
     * @throws IOException when the folder cannot be read or watched
     */
    ServedItem(Path folder, Consumer<ServedCode> changed) throws IOException {
        this.root = folder.toAbsolutePath().normalize();
        this.changed = changed;
        this.stamp = stamp();
        this.contents = contents();
        this.code = ServedCode.of(ItemReader.read(root));
        this.watcher = ItemWatcher.start(root, _ -> reload());
    }

    /** The files as they are now. */
    synchronized ServedCode current() {
        if (!stamp().equals(stamp)) {
            reload();
        }
        return code;
    }

    private synchronized void reload() {
        try {
            // A file that changes while it is read changes its stamp once more, and is read again by the next request.
            List<Object> seen = stamp();
            List<Object> now = contents();
            if (!now.equals(contents)) {
                code = ServedCode.of(ItemReader.read(root));
                contents = now;
                changed.accept(code);
            }
            stamp = seen;
            readable = true;
        } catch (IOException e) {
            tell(e);
        }
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

    /** Times and sizes of the item's files: cheap enough to look at for every request. */
    private List<Object> stamp() {
        List<Object> stamp = new ArrayList<>();
        for (String part : PARTS) {
            try {
                BasicFileAttributes file = Files.readAttributes(root.resolve(part), BasicFileAttributes.class);
                stamp.add(file.lastModifiedTime());
                stamp.add(file.size());
            } catch (IOException e) {
                stamp.add("not there");
            }
        }
        stamp.add(imports());
        return stamp;
    }

    /** What is in the files, so that one that was only touched is no change; of imports, the same as {@link #stamp()}. */
    private List<Object> contents() throws IOException {
        List<Object> contents = new ArrayList<>();
        for (String part : PARTS) {
            Path file = root.resolve(part);
            contents.add(Files.isRegularFile(file) ? ByteBuffer.wrap(Files.readAllBytes(file)) : "not there");
        }
        contents.add(imports());
        return contents;
    }

    /** Versions of further Python files and of wheels. */
    private String imports() {
        return CodeFiles.fingerprint(root.resolve(ItemFolder.SCRIPT), List.of());
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
