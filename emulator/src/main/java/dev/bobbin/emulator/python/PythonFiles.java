package dev.bobbin.emulator.python;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The Python side as files on disk: an interpreter starts faster from files, whose byte code it can keep, than from a jar. */
final class PythonFiles {

    private static final String FOLDER = "python/";

    private PythonFiles() {}

    /**
     * The folder with {@code bobbin_worker} and its companions, unpacked on first use.
     *
     * @param cache where to unpack to
     * @throws IOException when it can neither be found nor unpacked
     */
    static Path locate(Path cache) throws IOException {
        Path origin = origin();
        if (Files.isDirectory(origin)) {
            return origin.resolve(FOLDER);
        }
        try (JarFile jar = new JarFile(origin.toFile())) {
            Path target = cache.resolve("python-" + fingerprint(jar));
            if (!Files.isDirectory(target)) {
                unpack(jar, target);
            }
            return target;
        }
    }

    private static Path origin() throws IOException {
        @Nullable CodeSource source = PythonFiles.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("Bobbin cannot find its own program file.");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("Bobbin cannot find its own program file at " + source.getLocation() + ".", e);
        }
    }

    /** Changes when any of the Python files does, so that two versions of Bobbin never share a folder. */
    private static String fingerprint(JarFile jar) {
        CRC32 sum = new CRC32();
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(FOLDER)) {
                sum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** Unpacks beside the target and moves the whole, so that another process never sees half of it. */
    private static void unpack(JarFile jar, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path temporary = Files.createTempDirectory(target.getParent(), "unpacking");
        try {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    Path file = temporary.resolve(entry.getName().substring(FOLDER.length()));
                    Files.createDirectories(file.getParent());
                    try (InputStream content = jar.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
            delete(temporary);
        } catch (IOException e) {
            delete(temporary);
            throw e;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
