package dev.bobbin.app.welcome;

import dev.bobbin.samples.SampleItem;
import java.io.IOException;
import java.nio.file.Path;

/** Makes samples the user's own. Call it in the background. */
@FunctionalInterface
public interface SampleCopies {

    /**
     * Copies a sample into a workspace, with inputs that show each function at work. What is there already stays.
     *
     * @return the item folder
     * @throws IOException when it cannot be written
     */
    Path copy(SampleItem sample, Path workspace) throws IOException;
}
