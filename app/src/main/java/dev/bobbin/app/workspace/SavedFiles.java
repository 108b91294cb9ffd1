package dev.bobbin.app.workspace;

import java.nio.file.Path;

/** Shows files that were saved, in other programs; what goes wrong is said in the window. */
public interface SavedFiles {

    /** Opens a file in the program the user has for its kind. */
    void open(Path file);

    /** Shows the folder a file lies in, with the file chosen where the platform can do that. */
    void showInFolder(Path file);
}
