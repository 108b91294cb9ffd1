package dev.bobbin.emulator.item;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes files of an item whole or not at all: a crash leaves the old file or the new one. */
public final class ItemWriter {

    private ItemWriter() {}

    /**
     * Writes a text as UTF-8, keeping the line ends and the byte order mark of the file that is there. A text whose line
     * ends are a line feed alone, as editors hold it, takes those of the file.
     *
     * @throws IOException when the file cannot be written; its message is a sentence for the user
     */
    public static void write(Path file, String text) throws IOException {
        String written = text;
        if (Files.isRegularFile(file)) {
            TextBytes old = TextBytes.decode(Files.readAllBytes(file));
            if (usesCarriageReturns(old.text()) && text.indexOf('\r') < 0) {
                written = written.replace("\n", "\r\n");
            }
            if (old.mark() && !written.startsWith(String.valueOf(TextBytes.MARK))) {
                written = TextBytes.MARK + written;
            }
        }
        replace(file, TextBytes.encode(written));
    }

    private static boolean usesCarriageReturns(String text) {
        int feed = text.indexOf('\n');
        return feed > 0 && text.charAt(feed - 1) == '\r';
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw PlainException.of("item.no-file", file);
        }
        if (Files.isDirectory(target)) {
            throw new NotWritableException(NotWritableException.Obstacle.IS_FOLDER, file, target, null);
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            // The move below would replace it all the same where only the folder's permission counts.
            throw new NotWritableException(NotWritableException.Obstacle.FILE, file, target, null);
        }
        Path temporary;
        try {
            temporary = TemporaryFile.create(target, folder);
        } catch (FileSystemException e) {
            throw new NotWritableException(NotWritableException.Obstacle.FOLDER, file, folder, e);
        }
        try {
            Files.write(temporary, bytes);
            takePermissions(target, temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void takePermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(
                    Files.exists(from)
                            ? Files.getPosixFilePermissions(from)
                            : PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw new NotWritableException(NotWritableException.Obstacle.FILE, target, target, e);
        }
    }
}
