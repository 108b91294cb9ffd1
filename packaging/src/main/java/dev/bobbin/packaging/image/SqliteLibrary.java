package dev.bobbin.packaging.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * SQLite's native library as a file of the image. Without it every process unpacks one into the folder of temporary files,
 * and one that is killed leaves it there.
 */
final class SqliteLibrary {

    private static final String PLACE = "org/sqlite/native/";

    private SqliteLibrary() {}

    /**
     * Puts it where the launcher says that it lies.
     *
     * @param jars folder with SQLite's jar
     * @param runtime the image's Java
     * @throws IOException when there is none for this computer
     */
    static void unpack(Path jars, Path runtime, Natives natives) throws IOException {
        try (JarFile jar = new JarFile(jar(jars).toFile())) {
            JarEntry library = jar.stream()
                    .filter(entry -> entry.getName().startsWith(PLACE)
                            && Natives.isNative(entry.getName())
                            && !natives.isForeign(entry.getName()))
                    .findFirst()
                    .orElseThrow(() -> new IOException(jar.getName() + " has no library for this computer."));
            String name = library.getName().substring(library.getName().lastIndexOf('/') + 1);
            try (InputStream content = jar.getInputStream(library)) {
                Files.copy(
                        content,
                        runtime.resolve(name.endsWith(".dll") ? "bin" : "lib").resolve(name));
            }
        }
    }

    private static Path jar(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            List<Path> found = files.filter(
                            file -> String.valueOf(file.getFileName()).matches("sqlite-jdbc-.*\\.jar"))
                    .toList();
            if (found.size() != 1) {
                throw new IOException("There is to be one jar of SQLite in " + jars + ", not these: " + found);
            }
            return found.getFirst();
        }
    }
}
