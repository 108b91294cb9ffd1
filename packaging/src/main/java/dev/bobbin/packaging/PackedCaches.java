package dev.bobbin.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The caches for quick starts of an installed program. Java wants them unpacked, which makes them five times as large; so
 * the program's folder holds them packed, and the launcher has them unpacked into the user's cache at a user's first start.
 */
public final class PackedCaches {

    /** Names the build in its only line, and so the folder in the user's cache. */
    static final String BUILD = "build";

    private static final String UNPACKED = ".aot";
    private static final String PACKED = ".aot.gz";
    private static final String FOLDER = "aot-";
    private static final String UNFINISHED = ".new";

    /** An unpacking that was broken off is cleared away after this. */
    private static final Duration STALE = Duration.ofHours(1);

    /** Those of another build are cleared away after this: somebody may use two in turns. */
    private static final Duration UNUSED = Duration.ofDays(30);

    private PackedCaches() {}

    /**
     * Unpacks; the launcher starts it.
     *
     * @param arguments the folder with the packed caches, and the folder to unpack into, whose parent exists
     */
    public static void main(String[] arguments) throws IOException {
        unpack(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Packs all caches of a folder in place. */
    public static void pack(Path folder) throws IOException {
        MessageDigest digest = sha256();
        for (Path cache : filesIn(folder, UNPACKED)) {
            try (OutputStream out = new Packing(Files.newOutputStream(packedName(cache)));
                    OutputStream both = new DigestOutputStream(out, digest)) {
                Files.copy(cache, both);
            }
            Files.delete(cache);
        }
        String build = HexFormat.of().formatHex(digest.digest(), 0, 6);
        Files.writeString(folder.resolve(BUILD), build + "\n", UTF_8);
    }

    /**
     * Unpacks all caches, so that the target is complete or not there, also when several programs do this at the same time;
     * then clears away those of other builds beside it that were unpacked long ago.
     *
     * @param target a folder {@code aot-BUILD}
     */
    static void unpack(Path packed, Path target) throws IOException {
        Path unfinished = Files.createTempDirectory(target.getParent(), target.getFileName() + UNFINISHED);
        try {
            filesIn(packed, PACKED).parallelStream().forEach(cache -> unpackInto(unfinished, cache));
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            // Another start was quicker.
        } finally {
            Folders.delete(unfinished);
        }
        clearAway(target);
    }

    private static void unpackInto(Path folder, Path packed) {
        String name = packed.getFileName().toString();
        Path cache = folder.resolve(name.substring(0, name.length() - PACKED.length()) + UNPACKED);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed), 64 * 1024)) {
            Files.copy(in, cache);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clearAway(Path target) throws IOException {
        try (Stream<Path> siblings = Files.list(target.getParent())) {
            for (Path sibling : siblings.filter(other -> !other.equals(target)).toList()) {
                String name = sibling.getFileName().toString();
                if (name.startsWith(FOLDER) && isOlder(sibling, name.contains(UNFINISHED) ? STALE : UNUSED)) {
                    Folders.delete(sibling);
                }
            }
        }
    }

    private static boolean isOlder(Path folder, Duration age) throws IOException {
        try {
            return Files.getLastModifiedTime(folder)
                    .toInstant()
                    .isBefore(Instant.now().minus(age));
        } catch (NoSuchFileException gone) {
            // Another start has finished with it.
            return false;
        }
    }

    private static Path packedName(Path cache) {
        String name = cache.getFileName().toString();
        return cache.resolveSibling(name.substring(0, name.length() - UNPACKED.length()) + PACKED);
    }

    private static List<Path> filesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Packs as small as it gets. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out, 64 * 1024);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
