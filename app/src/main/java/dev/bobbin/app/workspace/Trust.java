package dev.bobbin.app.workspace;

import java.nio.file.Path;

/** Which folders the user lets run code. */
public interface Trust {

    boolean trusts(Path folder);

    /** Remembers the user's decision. */
    void trust(Path folder);
}
