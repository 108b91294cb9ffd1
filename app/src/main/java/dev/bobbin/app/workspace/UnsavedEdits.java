package dev.bobbin.app.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps edits that are not saved, for the case that the program ends unexpectedly. Call it in the background. */
public interface UnsavedEdits {

    /** What was kept for an item; empty when nothing was. @throws IOException when it cannot be read */
    Optional<String> kept(Path item) throws IOException;

    /** Keeps the text of an item's script. @throws IOException when it cannot be written */
    void keep(Path item, String text) throws IOException;

    /** Forgets what was kept. @throws IOException when it cannot be deleted */
    void forget(Path item) throws IOException;
}
