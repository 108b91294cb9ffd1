package dev.bobbin.emulator.example;

import dev.bobbin.emulator.standin.TemporaryFolder;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;

/**
 * A copy of a workspace's data for examples to play with: every example finds what the first one found, and the user's
 * own data stays as it is.
 */
final class ScratchData implements AutoCloseable {

    private final DataAtStart start;
    private final TemporaryFolder folder;
    private boolean fresh;

    /** @throws IOException when there is no place for a copy */
    ScratchData(DataAtStart start) throws IOException {
        this.start = start;
        this.folder = new TemporaryFolder("bobbin-examples");
    }

    /**
     * The data as it was; copied again when a run has changed it.
     *
     * @throws IOException when there is no room for a copy
     */
    Workspace fresh() throws IOException {
        if (!fresh) {
            start.copyInto(folder.path());
            fresh = true;
        }
        return Workspace.at(folder.path());
    }

    /** Says that a run has changed something, or may have. */
    void used() {
        fresh = false;
    }

    @Override
    public void close() {
        folder.close();
    }
}
