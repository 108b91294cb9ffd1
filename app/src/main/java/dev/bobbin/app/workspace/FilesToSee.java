package dev.bobbin.app.workspace;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Files somebody wants to look at.
 *
 * @param closed what happens when that is over
 */
public record FilesToSee(String title, List<Entry> files, Runnable closed) implements Wish {

    /**
     * A file.
     *
     * @param size in bytes
     * @param content gives its text, or says why there is none to see; called in the background
     */
    public record Entry(String name, long size, Callable<String> content) {}

    public FilesToSee {
        files = List.copyOf(files);
    }
}
