package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Lifecycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on this machine, such as one that the OneLake file explorer keeps in step with a lakehouse. */
public record FolderSource(Path folder) implements RealSource {

    @Override
    public long fill(Lifecycle standIn) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw PlainException.of("item.no-folder", folder);
        }
        return standIn.fill(folder);
    }
}
