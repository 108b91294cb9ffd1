package dev.bobbin.emulator.item;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Which one a file is, by what is in it. Cheap enough to ask for before every call: a file is read again only when its time
 * or size differs, or when it is so new that one more change could carry the same time.
 *
 * @param time of its last change
 * @param size in bytes
 * @param settled whether a further change would have another time
 * @param text differs when the content differs; empty when there is no file that could be read
 */
public record FileVersion(FileTime time, long size, boolean settled, String text) {

    /** The coarsest clock of a file system, FAT's, has steps of two seconds; one more for clocks that differ. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(3);

    private static final FileVersion NONE = new FileVersion(FileTime.fromMillis(0), 0, false, "");

    /** @param before what was found the last time */
    public static FileVersion of(Path file, @Nullable FileVersion before) {
        Instant now = Instant.now();
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime time = found.lastModifiedTime();
            if (before != null && before.settled && before.time.equals(time) && before.size == found.size()) {
                return before;
            }
            return new FileVersion(time, found.size(), isSettled(time, now), text(file, found));
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Whether something last changed at that time cannot change once more without getting a later one. */
    static boolean isSettled(FileTime time, Instant now) {
        return time.toInstant().isBefore(now.minus(CLOCK_STEP));
    }

    /** Wheels are big and never edited in place, so they are not read. */
    private static String text(Path file, BasicFileAttributes found) throws IOException {
        if (file.toString().endsWith(".whl") || found.isDirectory()) {
            return found.lastModifiedTime() + " " + found.size();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
