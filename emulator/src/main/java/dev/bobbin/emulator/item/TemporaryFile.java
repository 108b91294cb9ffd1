package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The file beside one of the item's that a new text is written to before it takes that one's place. Its name says what it
 * is for and whose it is, so that one whose program ended meanwhile can be found and told from one in use.
 *
 * @param owner the program's process id, a hyphen and a number
 */
public record TemporaryFile(Path path, String owner) {

    private static final String START = ".bobbin-";
    private static final String END = ".tmp";

    /** @throws IOException when the target's folder cannot be written */
    static Path create(Path target, Path folder) throws IOException {
        return Files.createTempFile(
                folder, start(target) + ProcessHandle.current().pid() + "-", END);
    }

    /**
     * The temporary files for a file that are there now, in use or left.
     *
     * @throws IOException when its folder cannot be listed
     */
    public static List<TemporaryFile> of(Path target) throws IOException {
        List<TemporaryFile> found = new ArrayList<>();
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return found;
        }
        String start = start(target);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, START + "*" + END)) {
            for (Path path : files) {
                String name = String.valueOf(path.getFileName());
                String owner =
                        name.startsWith(start) ? name.substring(start.length(), name.length() - END.length()) : "";
                if (owner.matches("\\d+-\\d+")) {
                    found.add(new TemporaryFile(path, owner));
                }
            }
        }
        return found;
    }

    private static String start(Path target) {
        return START + target.getFileName() + "-";
    }
}
