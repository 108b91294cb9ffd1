package dev.bobbin.app.workspace;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks where to save something. */
@FunctionalInterface
public interface SaveDialog {

    /** @param suggestedName of the file @param save is called with the file, unless the user changes their mind */
    void ask(String title, String suggestedName, Consumer<Path> save);
}
