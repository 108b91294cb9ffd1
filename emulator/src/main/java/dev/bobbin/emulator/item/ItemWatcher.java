package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells when somebody else changes the files of an item. What counts is the content: a file saved unchanged, and one the
 * owner of this watcher {@linkplain #write wrote through it}, are not told.
 */
public final class ItemWatcher implements AutoCloseable {

    /** Editors and Git write several times; changes are told once nothing has happened for this long. */
    private static final Duration QUIET = Duration.ofMillis(200);

    /** Looks by itself this often, for file systems that report nothing. */
    private static final Duration PATROL = Duration.ofSeconds(5);

    private final Path root;
    private final Consumer<Set<Path>> listener;
    private final WatchService service;
    private final Thread thread;
    private final Map<Path, String> known;

    private ItemWatcher(Path root, Consumer<Set<Path>> listener, WatchService service) throws IOException {
        this.root = root;
        this.listener = listener;
        this.service = service;
        register();
        this.known = contents();
        this.thread = Thread.ofPlatform().daemon().name("item-watcher").unstarted(this::watch);
    }

    /**
     * Starts watching.
     *
     * @param root the item folder
     * @param listener gets the changed, new and removed files, relative to the item folder, on the watcher's thread
     * @throws IOException when the folder cannot be watched
     */
    public static ItemWatcher start(Path root, Consumer<Set<Path>> listener) throws IOException {
        WatchService service = root.getFileSystem().newWatchService();
        try {
            ItemWatcher watcher = new ItemWatcher(root.toAbsolutePath().normalize(), listener, service);
            watcher.thread.start();
            return watcher;
        } catch (IOException e) {
            service.close();
            throw e;
        }
    }

    /**
     * Writes a file of the item without being told of it.
     *
     * @param file relative to the item folder
     * @throws IOException as {@link ItemWriter#write} does
     */
    public void write(Path file, String text) throws IOException {
        synchronized (known) {
            ItemWriter.write(root.resolve(file), text);
            known.put(file, version(root.resolve(file)));
        }
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = service.poll(PATROL.toMillis(), TimeUnit.MILLISECONDS);
                while (key != null) {
                    key.pollEvents();
                    key.reset();
                    key = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
                }
                register();
                Set<Path> changed = changes();
                if (!changed.isEmpty()) {
                    listener.accept(changed);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // Closed: nobody wants to know any more.
        }
    }

    /** Registering a folder again is without effect; one that appeared since is added. */
    private void register() {
        Stream.of("", ".resources", "resources", ItemFolder.WHEELS)
                .map(root::resolve)
                .filter(Files::isDirectory)
                .forEach(folder -> {
                    try {
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE);
                    } catch (IOException e) {
                        // The patrol finds changes all the same.
                    }
                });
    }

    private Set<Path> changes() {
        synchronized (known) {
            Map<Path, String> now = contents();
            Set<Path> changed = new TreeSet<>(known.keySet());
            changed.addAll(now.keySet());
            changed.removeIf(file -> now.getOrDefault(file, "").equals(known.getOrDefault(file, "")));
            known.clear();
            known.putAll(now);
            return changed;
        }
    }

    private Map<Path, String> contents() {
        Map<Path, String> contents = new TreeMap<>();
        Stream<Path> parts = Stream.concat(
                Stream.of(ItemFolder.SCRIPT, ItemFolder.DEFINITION, ItemFolder.PLATFORM)
                        .map(Path::of),
                ItemFolder.FUNCTIONS_FILES.stream().map(Path::of));
        Stream.concat(parts, wheels()).forEach(file -> {
            String version = version(root.resolve(file));
            if (!version.isEmpty()) {
                contents.put(file, version);
            }
        });
        return contents;
    }

    private Stream<Path> wheels() {
        try (Stream<Path> files = Files.list(root.resolve(ItemFolder.WHEELS))) {
            return files.filter(file -> file.toString().endsWith(".whl")).map(root::relativize).toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static String version(Path file) {
        return FileVersion.of(file, null).text();
    }

    @Override
    public void close() throws IOException {
        service.close();
        thread.interrupt();
    }
}
