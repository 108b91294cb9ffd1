package dev.bobbin.emulator.standin.files;

import dev.bobbin.emulator.message.Spelling;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a lakehouse that one which is not there may have been meant to be. */
public final class NearbyFiles {

    /** Entries that are looked at: words for people are not worth more time. */
    private static final int MOST_ENTRIES = 10_000;

    private static final int MOST_FILES = 20;

    private NearbyFiles() {}

    /**
     * Paths of the likeliest files: first those of such a name, then those of the same folder, then others.
     *
     * @param path of what is not there; all paths are counted from the Files folder, in the service's words
     * @throws IOException when the folder cannot be read
     */
    public static List<String> of(StandIn.Lakehouse lakehouse, String path) throws IOException {
        Path root = lakehouse.files();
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.walk(root)) {
            return entries.limit(MOST_ENTRIES)
                    .filter(entry -> Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> LocalNames.service(root.relativize(file)
                            .toString()
                            .replace(root.getFileSystem().getSeparator(), "/")))
                    .filter(file -> !name(file).startsWith(Node.TEMPORARY_PREFIX))
                    .sorted(Comparator.comparingInt((String file) -> distance(file, path))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_FILES)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int distance(String file, String wanted) {
        if (Spelling.meant(name(wanted), List.of(name(file))).isPresent()) {
            return 0;
        }
        return folder(file).equalsIgnoreCase(folder(wanted)) ? 1 : 2;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String folder(String path) {
        return path.substring(0, path.length() - name(path).length());
    }
}
