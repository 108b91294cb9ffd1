package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes files whole: under a temporary name first, so that nobody sees half a file and a full disk costs nothing. */
public final class WholeFile {

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private WholeFile() {}

    /** @throws IOException when it cannot be written; what was there stays */
    public static void write(Path file, String text) throws IOException {
        write(file, text, false);
    }

    /** The same for what only the user may read, where the platform can tell. */
    public static void writePrivate(Path file, String text) throws IOException {
        write(file, text, true);
    }

    /**
     * Makes a file that only its user may read, where the platform can tell, or keeps one from the eyes of others that is
     * there.
     *
     * @throws IOException when it cannot be made, or not be kept
     */
    public static void makePrivate(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        if (keepsPermissions(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The same for content that need not be held as one text. */
    public static void writePrivate(Path file, Content content) throws IOException {
        write(file, content, true);
    }

    /** The same for content that everybody may read. */
    public static void write(Path file, Content content) throws IOException {
        write(file, content, false);
    }

    private static void write(Path file, String text, boolean ownerOnly) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), ownerOnly);
    }

    private static void write(Path file, Content content, boolean ownerOnly) throws IOException {
        if (Files.isDirectory(file)) {
            throw PlainException.of("file.is-folder", file);
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, ".~bobbin-", ".new");
        // What takes long, such as a report, may be ended in the middle: then nothing of it is left.
        Thread atEnd = new Thread(() -> delete(temporary));
        deleteAtEnd(atEnd);
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                content.writeTo(out);
            }
            if (!ownerOnly && keepsPermissions(temporary)) {
                Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-r--r--"));
            }
            move(temporary, file);
        } finally {
            forget(atEnd);
            Files.deleteIfExists(temporary);
        }
    }

    private static void deleteAtEnd(Thread deletion) {
        try {
            Runtime.getRuntime().addShutdownHook(deletion);
        } catch (IllegalStateException ending) {
            // What is written while the program ends is short.
        }
    }

    private static void forget(Thread deletion) {
        try {
            Runtime.getRuntime().removeShutdownHook(deletion);
        } catch (IllegalStateException ending) {
            // The program ends; whoever comes first deletes.
        }
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.warn("The file {} could not be deleted: {}", temporary, e.toString());
        }
    }

    /** Whether the file's place knows who may read it; a FAT stick does not. */
    private static boolean keepsPermissions(Path file) {
        try {
            return Files.getFileStore(file).supportsFileAttributeView("posix");
        } catch (IOException unknown) {
            // With a changed root folder the mounts that are told are not those that are seen.
            return Files.getFileAttributeView(file, PosixFileAttributeView.class) != null;
        }
    }

    private static void move(Path temporary, Path file) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
