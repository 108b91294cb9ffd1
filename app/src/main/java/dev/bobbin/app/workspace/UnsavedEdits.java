package dev.bobbin.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps edits that are not saved, for the case that the program ends unexpectedly. Every window keeps its own, apart from
 * those of other windows and programs. Call it in the background.
 */
public interface UnsavedEdits {

    /** What was left of a file. @param since it was last written */
    record Left(String text, Instant since) {}

    /**
     * What was left of a file by a window whose program has ended, or by {@link #leave}; the latest, or empty. From now on no
     * other window is given it.
     *
     * @throws IOException when it cannot be read
     */
    Optional<Left> left(Path file) throws IOException;

    /** Whether {@link #left} would give something; nothing is taken from other windows. @throws IOException when it cannot be read */
    boolean isAnyLeft(Path file) throws IOException;

    /** This window's text of a file counts as left from now on. @throws IOException when that cannot be noted */
    void leave(Path file) throws IOException;

    /** Forgets a text that was left. @throws IOException when it cannot be deleted */
    void forgetLeft(Path file, String text) throws IOException;

    /** Keeps this window's text of a file. @throws IOException when it cannot be written */
    void keep(Path file, String text) throws IOException;

    /** Forgets what this window kept. @throws IOException when it cannot be deleted */
    void forget(Path file) throws IOException;
}
