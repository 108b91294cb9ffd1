package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an item's script may import from beside it: further Python files of the item folder, and wheels.
 *
 * <p>Asked before every call whether that has changed, so it looks no further than it must: at the times of folders and at
 * the Python files. A folder is listed again only when its time has changed, which is what Python's own importer goes by,
 * too. Needs nobody to tell of changes, so it works on every file system. Safe for use by several threads.
 */
public final class CodeFiles {

    private static final Set<String> FOREIGN_FOLDERS =
            Set.of("__pycache__", "venv", "env", "node_modules", "site-packages", "build", "dist");

    private final Path script;
    private Map<Path, Folder> folders = new HashMap<>();
    private Map<Path, FileVersion> files = new HashMap<>();
    private String version = "";

    /** @param script the file that imports; itself not among the files looked at */
    public CodeFiles(Path script) {
        this.script = script;
    }

    /** The file that imports. */
    public Path script() {
        return script;
    }

    /** Whether a folder within an item only happens to lie there, such as an environment or a repository. */
    public static boolean isForeign(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return (name.startsWith(".") && !name.equals(".resources"))
                || FOREIGN_FOLDERS.contains(name)
                || Files.exists(folder.resolve("pyvenv.cfg"));
    }

    /**
     * A text that differs when a file that may be imported is another one than before; never empty. A folder that cannot be
     * read counts as empty: what imports from it will say so.
     *
     * @param libraries wheels and folders outside of the item's folder
     */
    public synchronized String version(List<Path> libraries) {
        Map<Path, Folder> foundFolders = new HashMap<>();
        Map<Path, FileVersion> foundFiles = new HashMap<>();
        Path root = script.getParent();
        if (root != null) {
            look(root, foundFolders, foundFiles);
        }
        libraries.forEach(library -> look(library, foundFiles));
        folders = foundFolders;
        if (version.isEmpty() || !foundFiles.equals(files)) {
            files = foundFiles;
            version = text(foundFiles);
        }
        return version;
    }

    private void look(Path folder, Map<Path, Folder> foundFolders, Map<Path, FileVersion> foundFiles) {
        Folder found = Folder.of(folder, folders.get(folder), folder.equals(script.getParent()));
        foundFolders.put(folder, found);
        for (Path file : found.code) {
            if (!file.equals(script)) {
                look(file, foundFiles);
            }
        }
        found.folders.forEach(inner -> look(inner, foundFolders, foundFiles));
    }

    private void look(Path file, Map<Path, FileVersion> foundFiles) {
        foundFiles.put(file, FileVersion.of(file, files.get(file)));
    }

    private static String text(Map<Path, FileVersion> files) {
        TreeMap<Path, String> texts = new TreeMap<>();
        files.forEach((file, version) -> texts.put(file, version.text()));
        return texts.toString();
    }

    /** What lies in a folder: Python files and wheels, and further folders. Links to folders are not followed. */
    private record Folder(FileTime time, boolean settled, List<Path> code, List<Path> folders) {

        static Folder of(Path folder, @Nullable Folder before, boolean root) {
            Instant now = Instant.now();
            List<Path> code = new ArrayList<>();
            List<Path> folders = new ArrayList<>();
            FileTime time = FileTime.fromMillis(0);
            try {
                time = Files.getLastModifiedTime(folder);
                if (before != null && before.settled && before.time.equals(time)) {
                    return before;
                }
                if (root || !isForeign(folder)) {
                    list(folder, code, folders);
                }
            } catch (IOException e) {
                return new Folder(time, false, List.of(), List.of());
            }
            return new Folder(time, FileVersion.isSettled(time, now), code, folders);
        }

        private static void list(Path folder, List<Path> code, List<Path> folders) throws IOException {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                for (Path entry : entries) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        folders.add(entry);
                    } else if (entry.toString().endsWith(".py")
                            || entry.toString().endsWith(".whl")) {
                        code.add(entry);
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
    }
}
