package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What an item's script may import from beside it: further Python files of the item folder, and wheels. */
public final class CodeFiles {

    private static final Set<String> FOREIGN_FOLDERS =
            Set.of("__pycache__", "venv", "env", "node_modules", "site-packages", "build", "dist");

    private CodeFiles() {}

    /** Whether a folder within an item only happens to lie there, such as an environment or a repository. */
    public static boolean isForeign(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return (name.startsWith(".") && !name.equals(".resources"))
                || FOREIGN_FOLDERS.contains(name)
                || Files.exists(folder.resolve("pyvenv.cfg"));
    }

    /**
     * A text that differs when a file that may be imported is another one than before, by its time and size. A folder that
     * cannot be read counts as empty: what imports from it will say so.
     *
     * @param libraries wheels and folders outside of the item's folder
     */
    public static String fingerprint(Path script, List<Path> libraries) {
        TreeMap<Path, String> files = new TreeMap<>();
        Path root = script.getParent();
        try {
            if (root != null && Files.isDirectory(root)) {
                Files.walkFileTree(root, new PythonFiles(root, script, files));
            }
            for (Path library : libraries) {
                if (Files.exists(library)) {
                    files.put(library, version(Files.readAttributes(library, BasicFileAttributes.class)));
                }
            }
        } catch (IOException e) {
            files.put(script, String.valueOf(e.getMessage()));
        }
        return files.toString();
    }

    private static String version(BasicFileAttributes file) {
        return file.lastModifiedTime() + " " + file.size();
    }

    private static final class PythonFiles extends SimpleFileVisitor<Path> {

        private final Path root;
        private final Path script;
        private final TreeMap<Path, String> files;

        PythonFiles(Path root, Path script, TreeMap<Path, String> files) {
            this.root = root;
            this.script = script;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !isForeign(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if ((name.endsWith(".py") || name.endsWith(".whl")) && !file.equals(script)) {
                files.put(file, version(attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }
}
