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
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells which files differ from what was last known of them, soon after something happened in their folders. */
public final class FolderWatch implements AutoCloseable {

    /** Editors and Git write several times; changes are told once nothing has happened for this long. */
    private static final Duration QUIET = Duration.ofMillis(200);

    /** Looks by itself this often, for file systems that report nothing. */
    private static final Duration PATROL = Duration.ofSeconds(5);

    /** What is watched. */
    public interface Watched {

        /** Folders whose events matter; those that are not there do no harm. */
        Set<Path> folders();

        /** Every file there is, with a text that differs when its content does. */
        Map<Path, String> versions();
    }

    private final Watched watched;
    private final Consumer<Set<Path>> listener;
    private final WatchService service;
    private final Thread thread;
    private final Map<Path, String> known = new TreeMap<>();

    private FolderWatch(String name, Watched watched, Consumer<Set<Path>> listener, WatchService service) {
        this.watched = watched;
        this.listener = listener;
        this.service = service;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::watch);
        register();
        known.putAll(watched.versions());
    }

    /**
     * Starts watching.
     *
     * @param name of the thread
     * @param root says on which file system the folders lie
     * @param listener gets the changed, new and removed files on the watch's thread
     * @throws IOException when the file system cannot be watched
     */
    public static FolderWatch start(String name, Path root, Watched watched, Consumer<Set<Path>> listener)
            throws IOException {
        FolderWatch watch =
                new FolderWatch(name, watched, listener, root.getFileSystem().newWatchService());
        watch.thread.start();
        return watch;
    }

    /** Does not tell what has changed until now. */
    public void takeAsKnown() {
        changes();
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
        watched.folders().stream().filter(Files::isDirectory).forEach(folder -> {
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
            Map<Path, String> now = watched.versions();
            Set<Path> changed = new TreeSet<>(known.keySet());
            changed.addAll(now.keySet());
            changed.removeIf(file -> Objects.equals(now.get(file), known.get(file)));
            known.clear();
            known.putAll(now);
            return changed;
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        thread.interrupt();
    }
}
