package dev.bobbin.emulator.standin.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes files of a lakehouse for people, and records it as {@code _history.py} does for functions: what is replaced or
 * deleted is kept, and {@link FileChanges} undoes it. What the service knows of a path beside its content goes along.
 * One editor makes one edit; closing it ends the edit. Places are absolute and lie in {@code Files}.
 */
public final class FileEditor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandIn.Lakehouse lakehouse;
    private final String run;
    private final Path history;
    private final Path kept;
    private int number;

    /** @param run the name under which the edit is kept */
    public FileEditor(StandIn.Lakehouse lakehouse, String run) {
        this.lakehouse = lakehouse;
        this.run = run;
        this.history = lakehouse.history(run);
        this.kept = history.resolve("kept");
    }

    /** Copies a file to a place, in place of a file that is there. @throws IOException when it cannot be copied */
    public void put(Path source, Path place) throws IOException {
        if (Files.isDirectory(place)) {
            throw PlainException.of("lakehouse.folder-there", place.getFileName());
        }
        makeFolder(parent(place));
        Path copy = place.resolveSibling(Node.TEMPORARY_PREFIX + run);
        try {
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
            record(operation("put", place).put("kept", keep(place)));
            Files.move(copy, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Makes a folder and those above it, where they are not there. @throws IOException when one cannot be made */
    public void makeFolder(Path place) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path above = place; above != null && !Files.exists(above); above = above.getParent()) {
            missing.addFirst(above);
        }
        for (Path folder : missing) {
            record(operation("folder", folder));
        }
        Files.createDirectories(place);
    }

    /** Moves a file or folder to a place where nothing is. @throws IOException when it cannot be moved */
    public void move(Path place, Path target) throws IOException {
        moveAlone(place, target);
        List<Path> wanted = properties(target);
        List<Path> old = properties(place);
        for (int i = 0; i < old.size(); i++) {
            if (Files.exists(old.get(i))) {
                makeFolder(parent(wanted.get(i)));
                moveAlone(old.get(i), wanted.get(i));
            }
        }
    }

    private static Path parent(Path place) {
        return Objects.requireNonNull(place.getParent(), "places are absolute");
    }

    private void moveAlone(Path place, Path target) throws IOException {
        record(operation("move", place).put("target", name(target)));
        try {
            Files.move(place, target);
        } catch (IOException e) {
            record(JSON.createObjectNode().put("op", "failed"));
            throw e;
        }
    }

    /** Deletes a file, or a folder with all it holds. @throws IOException when it cannot be deleted */
    public void delete(Path place) throws IOException {
        deleteAlone(place);
        for (Path properties : properties(place)) {
            if (Files.exists(properties)) {
                deleteAlone(properties);
            }
        }
    }

    private void deleteAlone(Path place) throws IOException {
        String name = nextNumber();
        record(operation("delete", place).put("kept", name));
        Files.move(place, kept.resolve(name));
    }

    /** What is kept beside the content of a path, see {@code _sidecar.py}: its own, and the folder of those below it. */
    private List<Path> properties(Path place) {
        Path mirror = lakehouse.properties().resolve(lakehouse.files().relativize(place));
        return List.of(mirror.resolveSibling(mirror.getFileName() + ".json"), mirror);
    }

    /** Keeps the file at a place. @return the name it is kept by; null when there is none */
    private @Nullable String keep(Path place) throws IOException {
        if (!Files.exists(place)) {
            return null;
        }
        String name = nextNumber();
        try {
            Files.createLink(kept.resolve(name), place);
        } catch (IOException | UnsupportedOperationException e) {
            // This disk knows no second names: a copy does as well.
            Files.copy(place, kept.resolve(name), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
        return name;
    }

    private String nextNumber() throws IOException {
        Files.createDirectories(kept);
        return String.valueOf(++number);
    }

    private ObjectNode operation(String name, Path place) {
        return JSON.createObjectNode().put("op", name).put("place", name(place));
    }

    private String name(Path place) {
        return lakehouse.path().relativize(place).toString().replace('\\', '/');
    }

    /** Written before it is done, so that a crash loses nothing. */
    private void record(ObjectNode entry) throws IOException {
        Files.createDirectories(history);
        Files.writeString(
                history.resolve("files.jsonl"), entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Ends the edit. @throws IOException when the record of it cannot be written */
    @Override
    public void close() throws IOException {
        new FileChanges(lakehouse).seal(run);
    }
}
