package dev.bobbin.emulator.example;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data that is kept for the examples of an item, beside them and made to go into Git: what they begin with anywhere. */
public final class ExampleData {

    private ExampleData() {}

    /**
     * Keeps all of the data behind an alias as it is now, in place of what was kept before.
     *
     * @return how many things: tables, files, documents, variables or events
     * @throws PlainException for a key vault, as secrets do not go into Git
     * @throws IOException when it cannot be read or written; what was kept before is still there
     */
    public static long keep(ItemFolder item, Workspace workspace, String alias, StandIn standIn) throws IOException {
        Path kept = workspace.exampleData(item, alias);
        if (standIn instanceof StandIn.Secrets) {
            throw PlainException.of("example.data.secrets", kept.resolve("secrets.json"));
        }
        Path fresh = kept.resolveSibling("." + kept.getFileName() + ".new");
        FolderCopy.delete(fresh);
        long count = Lifecycles.of(standIn, workspace).export(fresh);
        FolderCopy.delete(kept);
        Files.move(fresh, kept);
        return count;
    }
}
