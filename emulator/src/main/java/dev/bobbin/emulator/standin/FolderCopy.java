package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies, moves and deletes files and whole folders. Links are never followed out of what is copied: they stay links. */
public final class FolderCopy {

    private FolderCopy() {}

    /**
     * Copies a file or folder, with times. Files of the same name in the target are replaced, others stay.
     *
     * @param source need not exist: then nothing happens
     * @return how many files were copied
     */
    public static long copy(Path source, Path target) throws IOException {
        if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        CopyVisitor visitor = new CopyVisitor(source, target);
        Files.walkFileTree(source, visitor);
        return visitor.files;
    }

    /** Whether two files or folders hold the same, byte for byte; two that are not there do. */
    public static boolean same(Path one, Path other) throws IOException {
        if (!Files.isDirectory(one) || !Files.isDirectory(other)) {
            return Files.isRegularFile(one) && Files.isRegularFile(other)
                    ? Files.mismatch(one, other) < 0
                    : !Files.exists(one) && !Files.exists(other);
        }
        Set<Path> names = names(one);
        if (!names.equals(names(other))) {
            return false;
        }
        for (Path name : names) {
            if (!same(one.resolve(name), other.resolve(name))) {
                return false;
            }
        }
        return true;
    }

    private static Set<Path> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::getFileName).collect(Collectors.toSet());
        }
    }

    /** Deletes a file or folder with all it holds; does nothing when there is none. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Moves a finished file or folder to its place, in place of what is there. Both lie on one disk. */
    public static void replace(Path finished, Path place) throws IOException {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(finished, place, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Path old = place.resolveSibling(place.getFileName() + ".old");
        delete(old);
        Files.move(place, old);
        try {
            Files.move(finished, place);
        } catch (IOException e) {
            Files.move(old, place);
            throw e;
        }
        delete(old);
    }

    private static final class CopyVisitor extends SimpleFileVisitor<Path> {

        private final Path source;
        private final Path target;
        private long files;

        CopyVisitor(Path source, Path target) {
            this.source = source;
            this.target = target;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) throws IOException {
            Files.createDirectories(place(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
            Path place = place(file);
            if (file.equals(source) && place.getParent() != null) {
                Files.createDirectories(place.getParent());
            }
            Files.copy(
                    file,
                    place,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
            files++;
            return FileVisitResult.CONTINUE;
        }

        private Path place(Path path) {
            return path.equals(source) ? target : target.resolve(source.relativize(path));
        }
    }
}
