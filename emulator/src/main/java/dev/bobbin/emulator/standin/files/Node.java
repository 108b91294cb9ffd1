package dev.bobbin.emulator.standin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A file or folder as it was before a run. */
sealed interface Node {

    /** Names of files that are being written: see {@code _writer.py}. */
    String TEMPORARY_PREFIX = ".~bobbin-";

    /** What lies somewhere on disk, unchanged with all it holds; perhaps at another place than it did. */
    record OnDisk(Path path) implements Node {}

    /** A folder whose entries are told one by one. */
    record Folder(Map<String, Node> entries) implements Node {}

    /** Whether this is a folder. */
    default boolean isFolder() {
        return switch (this) {
            case OnDisk(Path path) -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            case Folder _ -> true;
        };
    }

    /** The entries of a folder by name; those of a file: none. */
    default Map<String, Node> children() throws IOException {
        return switch (this) {
            case Folder(Map<String, Node> entries) -> entries;
            case OnDisk(Path path) -> {
                Map<String, Node> entries = new TreeMap<>();
                if (isFolder()) {
                    try (Stream<Path> found = Files.list(path)) {
                        found.filter(entry -> !entry.getFileName().toString().startsWith(TEMPORARY_PREFIX))
                                .forEach(
                                        entry -> entries.put(entry.getFileName().toString(), new OnDisk(entry)));
                    }
                }
                yield entries;
            }
        };
    }
}
