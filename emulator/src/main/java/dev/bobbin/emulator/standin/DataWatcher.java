package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.item.FolderWatch;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells when somebody else changes the data around an item: stand-ins that come, go or have other content, and what its
 * connections are bound to. What the owner of this watcher {@linkplain #takeAsKnown knows of} is not told.
 */
public final class DataWatcher implements AutoCloseable {

    /** Most files that are looked at: of a lakehouse with more, changes in the others are not told. */
    private static final int MOST_FILES = 2_000;

    private final FolderWatch watch;

    private DataWatcher(FolderWatch watch) {
        this.watch = watch;
    }

    /**
     * Starts watching.
     *
     * @param changed called on the watcher's thread
     * @throws IOException when the workspace cannot be watched
     */
    public static DataWatcher start(Workspace workspace, ItemFolder item, Runnable changed) throws IOException {
        Data data = new Data(workspace, item);
        return new DataWatcher(FolderWatch.start("data-watcher", workspace.root(), data, _ -> changed.run()));
    }

    /** Does not tell what has changed until now. */
    public void takeAsKnown() {
        watch.takeAsKnown();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }

    /** Stand-ins and bindings, by time and size: databases are too big to be read. */
    private record Data(Workspace workspace, ItemFolder item) implements FolderWatch.Watched {

        @Override
        public Set<Path> folders() {
            Set<Path> folders = new TreeSet<>();
            Path around = workspace.root().getParent();
            if (around != null) {
                folders.add(around);
            }
            folders.add(workspace.root());
            folders.add(workspace.itemData(item));
            walk(new Walk(new TreeMap<>(), folders));
            return folders;
        }

        @Override
        public Map<Path, String> versions() {
            Map<Path, String> files = new TreeMap<>();
            walk(new Walk(files, new TreeSet<>()));
            for (Path bindings : Set.of(workspace.bindingsFile(), workspace.bindingsFile(item))) {
                try {
                    files.put(bindings, version(Files.readAttributes(bindings, BasicFileAttributes.class)));
                } catch (IOException e) {
                    // Need not be there.
                }
            }
            return files;
        }

        private void walk(FileVisitor<Path> visitor) {
            try {
                Files.walkFileTree(workspace.standIns(), visitor);
            } catch (IOException e) {
                // Not there yet, or no longer.
            }
        }
    }

    /** Looks at everything but what a database or a run keeps for itself. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Map<Path, String> files;
        private final Set<Path> folders;
        private int seen;

        Walk(Map<Path, String> files, Set<Path> folders) {
            this.files = files;
            this.folders = folders;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (name(folder).startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(folder);
            files.put(folder, "");
            return next();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isOwn(name(file), attributes.size())) {
                files.put(file, version(attributes));
            }
            return next();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return next();
        }

        private FileVisitResult next() {
            seen++;
            return seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        /** Reading a SQLite database makes an index of its log, and the log itself, empty; a journal lasts as long as a write. */
        private static boolean isOwn(String name, long size) {
            return name.startsWith(".")
                    || name.endsWith("-shm")
                    || name.endsWith("-journal")
                    || (size == 0 && name.endsWith("-wal"));
        }

        private static String name(Path path) {
            return String.valueOf(path.getFileName());
        }
    }

    private static String version(BasicFileAttributes attributes) {
        return attributes.lastModifiedTime() + " " + attributes.size();
    }
}
