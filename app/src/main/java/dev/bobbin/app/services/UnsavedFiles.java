package dev.bobbin.app.services;

import dev.bobbin.app.workspace.UnsavedEdits;
import dev.bobbin.emulator.item.TemporaryFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Unsaved edits in a folder of the program's own, a file for each file and window: never in the item, which may lie in Git
 * or be read-only. A file's name says whose it is. What a window offers of others becomes its own, so that no other window
 * offers it, too. What a save that was broken off left beside the item's file counts as left when there is nothing better.
 */
public final class UnsavedFiles implements UnsavedEdits {

    private static final AtomicInteger WINDOWS = new AtomicInteger();
    private static final AtomicInteger CLAIMS = new AtomicInteger();
    private static final String ENDING = ".py";

    /** Between the window that offers a file of another one, when that was written, and a number. */
    private static final String CLAIM = "~";

    private final Path folder;
    private final String owner;
    private final Owners owners;

    /** Tells who is still there. */
    @FunctionalInterface
    public interface Owners {

        /** @param owner of a file @param since it was written */
        boolean live(String owner, Instant since);
    }

    /** The files of a window of this program. @param folder need not exist */
    public UnsavedFiles(Path folder) {
        this(folder, ProcessHandle.current().pid() + "-" + WINDOWS.incrementAndGet(), UnsavedFiles::lives);
    }

    /** @param owner who keeps files here, in characters that may stand in a file's name */
    public UnsavedFiles(Path folder, String owner, Owners owners) {
        this.folder = folder;
        this.owner = owner;
        this.owners = owners;
    }

    /** Whether the program that a file is of goes on; one that began after the file was written only has its number. */
    private static boolean lives(String owner, Instant since) {
        long pid = Long.parseLong(owner.substring(0, owner.indexOf('-')));
        return ProcessHandle.of(pid)
                // One that was killed and whose end nobody has noted has its number still, but no program.
                .filter(process -> process.isAlive() && process.info().command().isPresent())
                .map(process -> process.info()
                        .startInstant()
                        .map(start -> !start.isAfter(since))
                        .orElse(true))
                .orElse(false);
    }

    @Override
    public Optional<Left> left(Path file) throws IOException {
        Optional<Path> kept = claim(file);
        Optional<Path> best = kept.isPresent() ? kept : latest(brokenOff(file));
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(new Left(
                        text(best.get()),
                        FileTime.from(written(best.get()), TimeUnit.NANOSECONDS).toInstant()));
    }

    @Override
    public boolean isAnyLeft(Path file) throws IOException {
        return !abandoned(file).isEmpty() || !brokenOff(file).isEmpty();
    }

    @Override
    public synchronized void leave(Path file) throws IOException {
        if (Files.exists(own(file))) {
            claim(file, own(file));
        }
    }

    /** The latest of what was left, made this window's own. */
    private synchronized Optional<Path> claim(Path file) throws IOException {
        Optional<Path> latest = latest(abandoned(file));
        while (latest.isPresent() && !isClaimed(file, latest.get())) {
            try {
                return Optional.of(claim(file, latest.get()));
            } catch (NoSuchFileException _) {
                // Another window was quicker.
                latest = latest(abandoned(file));
            }
        }
        return latest;
    }

    private Path claim(Path file, Path left) throws IOException {
        String claim = CLAIM + written(left) + CLAIM + CLAIMS.incrementAndGet();
        Path claimed = folder.resolve(name(file) + "." + owner + claim + ENDING);
        Files.move(left, claimed, StandardCopyOption.ATOMIC_MOVE);
        // What is older than the program that has it counts as left by one that had its number.
        Files.setLastModifiedTime(claimed, FileTime.from(Instant.now()));
        return claimed;
    }

    private boolean isClaimed(Path file, Path one) {
        return String.valueOf(one.getFileName()).startsWith(name(file) + "." + owner + CLAIM);
    }

    private static Optional<Path> latest(List<Path> files) throws IOException {
        record Left(Path path, long written) {}
        List<Left> all = new ArrayList<>();
        for (Path one : files) {
            try {
                all.add(new Left(one, written(one)));
            } catch (NoSuchFileException _) {
                // Another window has just taken it.
                continue;
            }
        }
        return all.stream()
                .max(Comparator.comparing(Left::written)
                        // What was offered before is the older one where the clock of the disk cannot tell.
                        .thenComparing(left -> !isClaim(left.path()))
                        .thenComparing(Left::path))
                .map(Left::path);
    }

    /** When its text was written, in nanoseconds; a claim is younger than that. */
    private static long written(Path one) throws IOException {
        String[] parts = String.valueOf(one.getFileName()).split(CLAIM);
        return isClaim(one)
                ? Long.parseLong(parts[1])
                : Files.getLastModifiedTime(one).to(TimeUnit.NANOSECONDS);
    }

    private static boolean isClaim(Path one) {
        return String.valueOf(one.getFileName()).contains(CLAIM);
    }

    /** As an editor holds it; a save may have been broken off in the middle of a character. */
    private static String text(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private List<Path> brokenOff(Path file) throws IOException {
        List<Path> found = new ArrayList<>();
        for (TemporaryFile one : TemporaryFile.of(file)) {
            if (!owners.live(one.owner(), Files.getLastModifiedTime(one.path()).toInstant())) {
                found.add(one.path());
            }
        }
        return found;
    }

    @Override
    public void forgetLeft(Path file, String text) throws IOException {
        List<Path> all = abandoned(file);
        all.addAll(brokenOff(file));
        for (Path one : all) {
            if (text(one).equals(text)) {
                Files.deleteIfExists(one);
            }
        }
    }

    @Override
    public synchronized void keep(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "unsaved", ".tmp");
        // Half of a surrogate pair, which no file can hold, becomes a question mark: the rest is not lost for it.
        Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, own(file), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public synchronized void forget(Path file) throws IOException {
        Files.deleteIfExists(own(file));
    }

    private List<Path> abandoned(Path file) throws IOException {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        String start = name(file) + ".";
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.toList()) {
                String name = String.valueOf(one.getFileName());
                if (name.startsWith(start)
                        && name.endsWith(ENDING)
                        && name.length() > start.length() + ENDING.length()) {
                    String whose = name.substring(start.length(), name.length() - ENDING.length());
                    if (isClaimed(file, one) || !whose.equals(owner) && !lives(one, whose.split(CLAIM)[0])) {
                        found.add(one);
                    }
                }
            }
        }
        return found;
    }

    /** Another window may have claimed it by now, which then lives. */
    private boolean lives(Path one, String whose) throws IOException {
        try {
            return owners.live(whose, Files.getLastModifiedTime(one).toInstant());
        } catch (NoSuchFileException _) {
            return true;
        }
    }

    private Path own(Path file) {
        return folder.resolve(name(file) + "." + owner + ENDING);
    }

    /** A name of fixed length, whatever the path. */
    private static String name(Path file) {
        byte[] path = file.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(path).toString();
    }
}
