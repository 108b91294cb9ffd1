package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the data lie. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for stand-ins, instead of .bobbin beside the item.")
    @Nullable
    Path data;

    /** The workspace of an item. */
    Workspace workspace(ItemFolder item) {
        return data == null ? Workspace.of(item) : Workspace.at(data);
    }
}
