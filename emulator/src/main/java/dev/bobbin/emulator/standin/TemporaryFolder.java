package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new folder that nobody but the user may read, and that goes when it is closed or the program ends. */
public final class TemporaryFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private final Path path;

    /** A build server that cancels a job lets the program end only in this way. */
    private final Thread atEnd = new Thread(this::delete);

    /** @throws IOException when the folder cannot be made */
    public TemporaryFolder(String beginning) throws IOException {
        path = Files.createTempDirectory(beginning);
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    public Path path() {
        return path;
    }

    private void delete() {
        try {
            FolderCopy.delete(path);
        } catch (IOException e) {
            LOG.warn("The folder {} could not be deleted: {}", path, e.toString());
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // The program ends; whoever comes first deletes.
        }
        delete();
    }
}
