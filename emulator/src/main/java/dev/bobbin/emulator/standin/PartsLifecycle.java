package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The lifecycle of stand-ins that are plain files: seed and snapshots are copies of them. */
public abstract class PartsLifecycle implements Lifecycle {

    private final String name;
    private final Parts parts;
    private final Path seed;
    private final Path snapshots;
    private final Path keep;

    /**
     * @param name of the stand-in, for messages
     * @param keep the folder for seed, snapshots and the {@link StoreLock}; made when it is needed
     */
    protected PartsLifecycle(String name, Parts parts, Path keep) {
        this.name = name;
        this.parts = parts;
        this.seed = keep.resolve("seed");
        this.snapshots = keep.resolve("snapshots");
        this.keep = keep;
    }

    /**
     * The parts that a folder of somebody holds.
     *
     * @throws IOException when it holds none, or what is damaged
     */
    protected abstract Parts partsOf(Path folder) throws IOException;

    /** What has changed since a copy of the parts was made. */
    protected abstract ChangeSet since(Path copy) throws IOException;

    /** Called when the data was replaced as a whole: earlier runs cannot be undone any more. */
    protected abstract void forgetRuns() throws IOException;

    @Override
    public Snapshots snapshots() {
        return new NamedSnapshots(name, snapshots, "") {
            @Override
            protected void copyTo(Path unfinished) throws IOException {
                parts.copyTo(unfinished);
            }

            @Override
            protected void bringBack(Path copy) throws IOException {
                replaceBy(copy);
            }

            @Override
            protected ChangeSet since(Path copy) throws IOException {
                return PartsLifecycle.this.since(copy);
            }
        };
    }

    @Override
    public void create() throws IOException {
        if (parts.exist() || !Files.isDirectory(seed)) {
            return;
        }
        try (StoreLock _ = lock()) {
            if (!parts.exist()) {
                parts.bringBack(seed);
            }
        }
    }

    @Override
    public void seed(Path folder) throws IOException {
        Path unfinished = seed.resolveSibling("seed.part");
        FolderCopy.delete(unfinished);
        try {
            partsOf(folder).copyTo(unfinished);
            FolderCopy.replace(unfinished, seed);
        } finally {
            FolderCopy.delete(unfinished);
        }
        reset();
    }

    @Override
    public void reset() throws IOException {
        replaceBy(seed);
    }

    private void replaceBy(Path copy) throws IOException {
        try (StoreLock _ = lock()) {
            parts.bringBack(copy);
            forgetRuns();
        }
    }

    /** The right to change the parts. */
    protected final StoreLock lock() throws IOException {
        return StoreLock.in(keep);
    }

    @Override
    public long export(Path folder) throws IOException {
        requireEmpty(folder);
        return parts.copyTo(folder) - Links.deleteLeadingOut(folder);
    }

    /** @throws IOException when a folder holds something, so that an export would mix with it */
    public static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw PlainException.of("standin.export-into-file", folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw PlainException.of("standin.export-not-empty", folder);
            }
        }
    }
}
