package dev.bobbin.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps edits that are not saved, for the case that the program ends unexpectedly. Call it in the background. */
public interface UnsavedEdits {

    /** What was kept of a file; empty when nothing was. @throws IOException when it cannot be read */
    Optional<String> kept(Path file) throws IOException;

    /** Keeps the text of a file. @throws IOException when it cannot be written */
    void keep(Path file, String text) throws IOException;

    /** Forgets what was kept. @throws IOException when it cannot be deleted */
    void forget(Path file) throws IOException;
}
