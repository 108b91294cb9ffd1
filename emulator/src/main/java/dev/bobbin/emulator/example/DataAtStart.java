package dev.bobbin.emulator.example;

import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.TemporaryFolder;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import dev.bobbin.emulator.standin.sql.snapshot.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the connections of an item lead to when the examples begin: one state that all of them start from, whatever is written
 * to the workspace meanwhile. It is the data kept for the examples, where an alias has such, else the data as it is. Stand-ins
 * of other items are left out, and so are snapshots.
 */
final class DataAtStart implements AutoCloseable {

    private static final String SNAPSHOTS = "snapshots";

    private final TemporaryFolder folder;

    /** @throws IOException when something cannot be read, or there is no room for a copy */
    DataAtStart(Workspace original, ItemFolder item) throws IOException {
        folder = new TemporaryFolder("bobbin-examples");
        try {
            for (Path file : List.of(original.bindingsFile(item), original.bindingsFile())) {
                copy(original, file);
            }
            for (Path path : standIns(original, item)) {
                copy(original, path);
            }
            seed(original, item);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** The files and folders of the workspace that stand in for something, each once. */
    private static Set<Path> standIns(Workspace original, ItemFolder item) throws IOException {
        Set<Path> paths = new LinkedHashSet<>();
        for (ItemConnection connection : ItemConnection.of(item, original)) {
            StandIn standIn = connection.standIn();
            boolean kept = Files.isDirectory(original.exampleData(item, connection.alias()));
            // A variable library in Git beside the item is read where it lies.
            if (!kept && standIn.path().startsWith(original.root())) {
                paths.add(standIn.path());
                paths.add(original.stateOf(standIn));
            }
        }
        return paths;
    }

    /** Fills the copies from what is kept for the examples. */
    private void seed(Workspace original, ItemFolder item) throws IOException {
        Workspace copy = Workspace.at(folder.path());
        for (ItemConnection connection : ItemConnection.of(item, copy)) {
            Path kept = original.exampleData(item, connection.alias());
            StandIn standIn = connection.standIn();
            if (Files.isDirectory(kept) && standIn.path().startsWith(copy.root())) {
                Files.createDirectories(copy.standIns());
                try {
                    Lifecycles.of(standIn, copy).seed(kept);
                } catch (IOException e) {
                    throw PlainException.of("example.data", connection.alias(), kept, PlainException.wordsOf(e))
                            .because(e);
                }
            }
        }
    }

    private void copy(Workspace original, Path source) throws IOException {
        Path target = folder.path().resolve(original.root().relativize(source));
        if (!Files.isDirectory(source)) {
            FolderCopy.copy(source, target);
            return;
        }
        Files.createDirectories(target);
        try (Stream<Path> entries = Files.list(source)) {
            for (Path entry : entries.toList()) {
                copyPart(entry, target.resolve(entry.getFileName()));
            }
        }
    }

    private static void copyPart(Path source, Path target) throws IOException {
        String name = source.getFileName().toString();
        if (name.equals(SNAPSHOTS) || name.endsWith("-wal") || name.endsWith("-shm")) {
            return;
        }
        if (Files.isRegularFile(source) && DatabaseCopy.isDatabase(source)) {
            DatabaseCopy.into(source, target);
        } else {
            FolderCopy.copy(source, target);
        }
    }

    /** Makes a folder that is there the workspace of this state, in place of what it holds. */
    void copyInto(Path workspace) throws IOException {
        try (Stream<Path> entries = Files.list(workspace)) {
            for (Path entry : entries.toList()) {
                FolderCopy.delete(entry);
            }
        }
        FolderCopy.copy(folder.path(), workspace);
    }

    @Override
    public void close() {
        folder.close();
    }
}
