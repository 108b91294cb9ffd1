package dev.bobbin.emulator.share;

import dev.bobbin.emulator.item.CodeFiles;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of an item folder, told apart: what belongs to the item or is imported by its code, and what only happens to
 * lie there, such as settings with passwords, environments and repositories.
 *
 * @param belonging absolute, sorted
 * @param others as they may be named to the user: relative to the item folder with forward slashes; a folder that is left
 *     out as a whole ends in a slash
 */
record ItemContents(List<Path> belonging, List<String> others) {

    private static final Set<String> FILES = Set.of(
            ItemFolder.SCRIPT,
            ItemFolder.DEFINITION,
            ItemFolder.PLATFORM,
            ItemFolder.FUNCTIONS_FILES.getFirst(),
            ItemFolder.FUNCTIONS_FILES.getLast());

    ItemContents {
        belonging = belonging.stream().sorted().toList();
        others = others.stream().sorted().toList();
    }

    /** @throws IOException when the folder cannot be read */
    static ItemContents of(ItemFolder item) throws IOException {
        Path root = item.root();
        List<Path> belonging = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(root) || !CodeFiles.isForeign(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                others.add(name(root, folder) + "/");
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && belongs(item, file)) {
                    belonging.add(file);
                } else {
                    others.add(name(root, file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new ItemContents(belonging, others);
    }

    private static boolean belongs(ItemFolder item, Path file) {
        String name = name(item.root(), file);
        return FILES.contains(name) || item.wheels().contains(file) || name.endsWith(".py");
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
