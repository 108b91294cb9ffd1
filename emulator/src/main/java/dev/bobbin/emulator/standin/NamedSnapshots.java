package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Snapshots that are a file or folder each, in one folder. Kinds of stand-ins say how one is made and brought back. */
public abstract class NamedSnapshots implements Snapshots {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N} ._-]{0,80}");
    private static final String UNFINISHED = ".part";

    private final String standIn;
    private final Path folder;
    private final String ending;

    /**
     * @param standIn its name, for messages
     * @param folder of the snapshots; made when the first is taken
     * @param ending of the names of the files or folders in it
     */
    protected NamedSnapshots(String standIn, Path folder, String ending) {
        this.standIn = standIn;
        this.folder = folder;
        this.ending = ending;
    }

    /** Copies the data to a place where nothing is yet. */
    protected abstract void copyTo(Path unfinished) throws IOException;

    /** Makes the data what a copy holds, wholly or not at all. */
    protected abstract void bringBack(Path copy) throws IOException;

    /** What has changed since a copy was made. */
    protected abstract ChangeSet since(Path copy) throws IOException;

    @Override
    public final List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.endsWith(UNFINISHED))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public final void take(String name) throws IOException {
        Path file = file(name);
        Files.createDirectories(folder);
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        FolderCopy.delete(unfinished);
        try {
            copyTo(unfinished);
            FolderCopy.replace(unfinished, file);
        } finally {
            FolderCopy.delete(unfinished);
        }
    }

    @Override
    public final void restore(String name) throws IOException {
        bringBack(existing(name));
    }

    @Override
    public final void delete(String name) throws IOException {
        FolderCopy.delete(existing(name));
    }

    @Override
    public final ChangeSet diff(String name) throws IOException {
        return since(existing(name));
    }

    private Path existing(String name) throws IOException {
        Path file = file(name);
        if (!Files.exists(file)) {
            List<String> known = names();
            throw (known.isEmpty()
                    ? PlainException.of("snapshot.none", name, standIn)
                    : PlainException.of("snapshot.others", name, standIn, String.join(", ", known)));
        }
        return file;
    }

    private Path file(String name) throws IOException {
        if (!NAME.matcher(name).matches() || name.endsWith(UNFINISHED)) {
            throw PlainException.of("snapshot.name", name);
        }
        return folder.resolve(name + ending);
    }
}
