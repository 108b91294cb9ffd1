package dev.bobbin.emulator.example;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A copy of a workspace's data for examples to play with: every example finds what the first one found, and the user's
 * own data stays as it is.
 */
final class ScratchData implements AutoCloseable {

    private final Workspace original;
    private final ItemFolder item;
    private final Path folder;
    private boolean fresh;

    /** @throws IOException when there is no room for a copy */
    ScratchData(Workspace original, ItemFolder item) throws IOException {
        this.original = original;
        this.item = item;
        this.folder = Files.createTempDirectory("bobbin-examples");
    }

    /** The data as it was; copied again when a run has changed it. */
    Workspace fresh() throws IOException {
        Workspace copy = Workspace.at(folder);
        if (!fresh) {
            delete(folder);
            Files.createDirectories(folder);
            copyTree(original.standIns(), copy.standIns());
            Path bindings = original.bindingsFile(item);
            if (Files.exists(bindings)) {
                Files.createDirectories(copy.bindingsFile(item).getParent());
                Files.copy(bindings, copy.bindingsFile(item));
            }
            fresh = true;
        }
        return copy;
    }

    /** Says that a run has changed something, or may have. */
    void used() {
        fresh = false;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                // Made anew by whoever opens the database; of another process it would be wrong here.
                if (!file.toString().endsWith("-shm")) {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            StandardCopyOption.REPLACE_EXISTING);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
