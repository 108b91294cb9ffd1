package dev.bobbin.app.services;

import dev.bobbin.app.workspace.UnsavedEdits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/** Unsaved edits in a folder of the program's own, a file an item: never in the item, which may lie in Git or be read-only. */
public final class UnsavedFiles implements UnsavedEdits {

    private final Path folder;

    /** @param folder need not exist */
    public UnsavedFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> kept(Path item) throws IOException {
        Path file = file(item);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    @Override
    public synchronized void keep(Path item, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "unsaved", ".tmp");
        Files.writeString(fresh, text);
        Files.move(fresh, file(item), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public synchronized void forget(Path item) throws IOException {
        Files.deleteIfExists(file(item));
    }

    /** A name of fixed length, whatever the path. */
    private Path file(Path item) {
        byte[] path = item.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return folder.resolve(UUID.nameUUIDFromBytes(path) + ".py");
    }
}
