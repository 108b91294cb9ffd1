package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in that is a single small file was before a run changed it, in {@code .history/<run>/} beside it. Kept for
 * the latest runs only.
 */
public final class FileHistory {

    private static final int KEPT_RUNS = 50;
    private static final String ABSENT = ".absent";
    private static final String AFTER = ".after";

    private final Path file;
    private final Path folder;

    /** @param run the invocation's id */
    public FileHistory(Path file, String run) {
        this.file = file;
        this.folder = file.resolveSibling(".history").resolve(FileNames.safe(run));
    }

    /** Keeps the file as it is, unless that was done already in this run. */
    public void keep() throws IOException {
        if (isKept()) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.exists(file)) {
            Files.copy(file, before());
        } else {
            Files.createFile(mark(ABSENT));
        }
    }

    /** Keeps what the run left, so that an undo can tell whether somebody changed it since. */
    public void seal() throws IOException {
        if (isKept() && Files.exists(file)) {
            Files.write(mark(AFTER), Files.readAllBytes(file));
        }
        forgetOldRuns();
    }

    public boolean isKept() {
        return Files.exists(before()) || Files.exists(mark(ABSENT));
    }

    /** The text before the run; null when there was no file. */
    public @Nullable String textBefore() throws IOException {
        return Files.exists(before()) ? Files.readString(before()) : null;
    }

    /** The text after the run; null when there was no file. */
    public @Nullable String textAfter() throws IOException {
        return Files.exists(mark(AFTER)) ? Files.readString(mark(AFTER)) : null;
    }

    /** @param changes what the run changed, for the outcome */
    public UndoOutcome undo(ChangeSet changes) throws IOException {
        if (!isKept()) {
            return new UndoOutcome.NothingToUndo();
        }
        byte[] now = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        byte[] then = Files.exists(mark(AFTER)) ? Files.readAllBytes(mark(AFTER)) : new byte[0];
        if (!Arrays.equals(now, then)) {
            return new UndoOutcome.Refused(file.getFileName() + " was changed again after the run.");
        }
        @Nullable String before = textBefore();
        if (before == null) {
            Files.deleteIfExists(file);
        } else {
            WholeFile.writePrivate(file, before);
        }
        delete(folder);
        return new UndoOutcome.Undone(changes);
    }

    private Path before() {
        return folder.resolve(file.getFileName().toString());
    }

    private Path mark(String suffix) {
        return folder.resolve(file.getFileName() + suffix);
    }

    private void forgetOldRuns() throws IOException {
        Path all = file.resolveSibling(".history");
        if (!Files.isDirectory(all)) {
            return;
        }
        List<Path> runs;
        try (Stream<Path> entries = Files.list(all)) {
            runs = entries.sorted(Comparator.comparing(FileHistory::modified).reversed())
                    .toList();
        }
        for (Path old : runs.subList(Math.min(KEPT_RUNS, runs.size()), runs.size())) {
            delete(old);
        }
    }

    private static long modified(Path path) {
        return path.toFile().lastModified();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.walk(folder)) {
            all = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
