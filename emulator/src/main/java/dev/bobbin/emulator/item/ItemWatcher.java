package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells when the files of an item change. What counts is the content: a file saved unchanged is not told. */
public final class ItemWatcher implements AutoCloseable {

    private final FolderWatch watch;

    private ItemWatcher(FolderWatch watch) {
        this.watch = watch;
    }

    /**
     * Starts watching.
     *
     * @param root the item folder
     * @param listener gets the changed, new and removed files, relative to the item folder, on the watcher's thread
     * @throws IOException when the folder cannot be watched
     */
    public static ItemWatcher start(Path root, Consumer<Set<Path>> listener) throws IOException {
        Path folder = root.toAbsolutePath().normalize();
        return new ItemWatcher(FolderWatch.start("item-watcher", folder, new ItemFiles(folder), listener));
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }

    /** The files of an item that mean something to the service. */
    private record ItemFiles(Path root) implements FolderWatch.Watched {

        @Override
        public Set<Path> folders() {
            return Stream.of("", ".resources", "resources", ItemFolder.WHEELS)
                    .map(root::resolve)
                    .collect(Collectors.toSet());
        }

        @Override
        public Map<Path, String> versions() {
            Map<Path, String> versions = new TreeMap<>();
            Stream<Path> parts = Stream.concat(
                    Stream.of(ItemFolder.SCRIPT, ItemFolder.DEFINITION, ItemFolder.PLATFORM)
                            .map(Path::of),
                    ItemFolder.FUNCTIONS_FILES.stream().map(Path::of));
            Stream.concat(parts, wheels()).forEach(file -> {
                String version = FileVersion.of(root.resolve(file), null).text();
                if (!version.isEmpty()) {
                    versions.put(file, version);
                }
            });
            return versions;
        }

        private Stream<Path> wheels() {
            try (Stream<Path> files = Files.list(root.resolve(ItemFolder.WHEELS))) {
                return files.filter(file -> file.toString().endsWith(".whl")).map(root::relativize).toList().stream();
            } catch (IOException e) {
                return Stream.empty();
            }
        }
    }
}
