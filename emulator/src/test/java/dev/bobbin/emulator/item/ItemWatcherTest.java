package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemWatcherTest {

    private static final Path SCRIPT = Path.of("function_app.py");

    private final BlockingQueue<Set<Path>> told = new LinkedBlockingQueue<>();

    @TempDir
    private Path item;

    private ItemWatcher watcher;

    @BeforeEach
    void startWatching() throws IOException {
        Files.writeString(item.resolve(SCRIPT), "a = 1\n");
        watcher = ItemWatcher.start(item, told::add);
    }

    @AfterEach
    void stopWatching() throws IOException {
        watcher.close();
    }

    private Set<Path> next() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void tellsWhichFileChanged() throws Exception {
        Files.writeString(item.resolve(SCRIPT), "a = 2\n");
        assertThat(next()).containsExactly(SCRIPT);

        Files.delete(item.resolve(SCRIPT));
        assertThat(next()).containsExactly(SCRIPT);
    }

    @Test
    void tellsFilesInFoldersThatAppearLater() throws Exception {
        Path wheel = Path.of("privateLibraries/own-1.0-py3-none-any.whl");
        Files.createDirectories(item.resolve(wheel).getParent());
        Files.writeString(item.resolve(wheel), "");

        assertThat(next()).containsExactly(wheel);
    }

    @Test
    void keepsQuietAboutUnchangedContent() throws Exception {
        Files.writeString(item.resolve(SCRIPT), "a = 1\n");
        Files.writeString(item.resolve("notes.txt"), "not part of the item");
        Files.writeString(item.resolve("definition.json"), "{}");

        assertThat(next()).containsExactly(Path.of("definition.json"));
        assertThat(told).isEmpty();
    }
}
