package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Keeps folders of histories from growing for ever. */
public final class OldRuns {

    private static final int KEPT_RUNS = 50;

    private OldRuns() {}

    /** Deletes the folders of all but the latest 50 runs. @param histories holds a folder for each run; need not exist */
    public static void forget(Path histories) throws IOException {
        if (!Files.isDirectory(histories)) {
            return;
        }
        List<Path> runs;
        try (Stream<Path> entries = Files.list(histories)) {
            runs = entries.sorted(
                            Comparator.<Path>comparingLong(run -> run.toFile().lastModified())
                                    .reversed())
                    .toList();
        }
        for (Path old : runs.subList(Math.min(KEPT_RUNS, runs.size()), runs.size())) {
            FolderCopy.delete(old);
        }
    }
}
