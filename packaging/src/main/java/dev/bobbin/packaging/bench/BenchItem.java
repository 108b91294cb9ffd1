package dev.bobbin.packaging.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The item whose functions are called. */
final class BenchItem {

    private BenchItem() {}

    /** Writes it into a workspace folder and gives its folder. */
    static Path in(Path workspace) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Bench.UserDataFunction"));
        try (InputStream text = BenchItem.class.getResourceAsStream("function_app.py")) {
            if (text == null) {
                throw new IOException("The benchmark's functions are missing from the jar.");
            }
            Files.writeString(folder.resolve(ItemFolder.SCRIPT), new String(text.readAllBytes(), UTF_8));
        }
        return folder;
    }
}
