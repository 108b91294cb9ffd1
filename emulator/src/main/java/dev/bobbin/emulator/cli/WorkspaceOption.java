package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What names the workspace a command is about. */
final class WorkspaceOption {

    @Parameters(index = "0", paramLabel = "<item>", description = "An item folder of the workspace.")
    Path item = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the workspace, instead of .bobbin beside the item.")
    @Nullable
    Path data;

    /** The folder that holds everything of the workspace. */
    Path root() throws IOException {
        return (data == null ? Workspace.of(ItemReader.read(item)) : Workspace.at(data)).root();
    }
}
