package dev.bobbin.app.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The file of the settings, which several programs may write at the same time: each makes its own changes to what it
 * finds there, and they take turns. For use on any thread.
 */
final class SettingsFile {

    /** Locks of files hold between programs only. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path file;
    private final List<Consumer<Properties>> waiting = new ArrayList<>();

    SettingsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What the file holds; nothing when it is missing or damaged. */
    Properties read() {
        Properties kept = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException | IllegalArgumentException _) {
                return new Properties();
            }
        }
        return kept;
    }

    /** Notes a change for {@link #write}. */
    void change(Consumer<Properties> change) {
        synchronized (waiting) {
            waiting.add(change);
        }
    }

    /**
     * Writes the changes that wait.
     *
     * @throws IOException when the file cannot be written; the changes go on waiting
     */
    void write() throws IOException {
        synchronized (ONE_AT_A_TIME) {
            List<Consumer<Properties>> changes;
            synchronized (waiting) {
                changes = List.copyOf(waiting);
            }
            if (changes.isEmpty()) {
                return;
            }
            Files.createDirectories(file.getParent());
            // A file of its own: the one with the settings is replaced by each writing.
            Path lock = file.resolveSibling("bench.lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                Properties now = read();
                changes.forEach(change -> change.accept(now));
                replace(now);
            }
            synchronized (waiting) {
                waiting.subList(0, changes.size()).clear();
            }
        }
    }

    private void replace(Properties now) throws IOException {
        Path fresh = Files.createTempFile(file.getParent(), "bench", ".tmp");
        try {
            try (Writer out = Files.newBufferedWriter(fresh)) {
                now.store(out, "Bobbin");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
