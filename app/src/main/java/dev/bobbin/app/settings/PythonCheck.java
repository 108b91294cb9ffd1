package dev.bobbin.app.settings;

import java.io.IOException;
import java.nio.file.Path;

/** Looks at Pythons of this machine. May take long: call it in the background. */
public interface PythonCheck {

    /**
     * Version and place of a Python.
     *
     * @param python an interpreter, or the folder of its environment
     * @throws IOException when functions cannot run in it; the message is a sentence for the user
     */
    String about(Path python) throws IOException;
}
