package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in that is a single small file was before and after a run that changed it. Lies in the file's
 * {@linkplain #keep keep}, for the latest runs only, and is readable by the user alone where the platform can tell.
 */
public final class FileHistory {

    private final Path file;
    private final Path folder;
    private final Path before;
    private final Path absent;
    private final Path after;

    /** @param run the invocation's id */
    public FileHistory(Path file, String run) {
        this.file = file;
        this.folder = histories(file).resolve(FileNames.safe(run));
        this.before = folder.resolve("before");
        this.absent = folder.resolve("absent");
        this.after = folder.resolve("after");
    }

    /** The folder beside a file for what is kept of it: history, seed, snapshots. */
    public static Path keep(Path file) {
        return file.resolveSibling(file.getFileName() + ".kept");
    }

    /** Forgets all runs, because the file was replaced as a whole. */
    public static void forgetAll(Path file) throws IOException {
        FolderCopy.delete(histories(file));
    }

    private static Path histories(Path file) {
        return keep(file).resolve("history");
    }

    /** Keeps the file as it is, unless that was done already in this run. */
    public void keep() throws IOException {
        if (isKept()) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.exists(file)) {
            copy(before);
        } else {
            Files.createFile(absent);
        }
    }

    /** Keeps what the run left, so that an undo can tell whether somebody changed it since. */
    public void seal() throws IOException {
        if (isKept() && Files.exists(file)) {
            copy(after);
        }
        OldRuns.forget(histories(file));
    }

    /** A full disk must not leave half a copy, which would pass for the whole. */
    private void copy(Path copy) throws IOException {
        try {
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    /** Whether the run has changed the file. */
    public boolean isKept() {
        return Files.exists(before) || Files.exists(absent);
    }

    /** The text before the run; null when there was no file. */
    public @Nullable String textBefore() throws IOException {
        return text(before);
    }

    /** The text after the run; null when there was no file. */
    public @Nullable String textAfter() throws IOException {
        return text(after);
    }

    private static @Nullable String text(Path kept) throws IOException {
        return Files.exists(kept) ? Files.readString(kept) : null;
    }

    /** @param changes what the run changed, for the outcome */
    public UndoOutcome undo(ChangeSet changes) throws IOException {
        if (!isKept()) {
            return new UndoOutcome.NothingToUndo();
        }
        if (!Arrays.equals(bytes(file), bytes(after))) {
            return new UndoOutcome.Refused(file.getFileName() + " has been changed again since.");
        }
        @Nullable String text = textBefore();
        if (text == null) {
            Files.deleteIfExists(file);
        } else {
            WholeFile.writePrivate(file, text);
        }
        FolderCopy.delete(folder);
        return new UndoOutcome.Undone(changes);
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }
}
