package dev.bobbin.app.services;

import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemTemplate;
import dev.bobbin.emulator.item.ItemWatcher;
import dev.bobbin.emulator.item.ItemWriter;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Item folders on the local disk. */
public final class DiskItemFiles implements ItemFiles {

    @Override
    public ItemFolder read(Path folder) throws IOException {
        return ItemReader.read(folder.toAbsolutePath().normalize());
    }

    @Override
    public void writeScript(ItemFolder item, String text) throws IOException {
        ItemWriter.write(item.scriptPath(), text);
    }

    @Override
    public Path create(Path workspace, String name) throws IOException {
        return ItemTemplate.create(workspace, name);
    }

    @Override
    public String scriptTemplate() throws IOException {
        return ItemTemplate.script();
    }

    @Override
    public Watch watch(Path folder, Runnable changed) throws IOException {
        ItemWatcher watcher = ItemWatcher.start(folder, _ -> changed.run());
        return () -> {
            try {
                watcher.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public Path standIns(ItemFolder item) {
        return Workspace.of(item).standIns();
    }
}
