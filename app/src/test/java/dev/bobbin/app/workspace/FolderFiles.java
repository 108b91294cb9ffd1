package dev.bobbin.app.workspace;

import dev.bobbin.emulator.item.Definition;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.item.WorkspaceFolder;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.StandInKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Item folders of which only the script and {@code definition.json} are read; changes by others are told by hand. */
public final class FolderFiles implements ItemFiles {

    private Runnable changed = () -> {};
    private Runnable dataChanged = () -> {};
    private int timesTakenAsKnown;

    @Override
    public ItemFolder read(Path folder) throws IOException {
        Path script = folder.resolve(ItemFolder.SCRIPT);
        boolean exists = Files.exists(script);
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no such folder");
        }
        return new ItemFolder(
                folder,
                folder.getFileName().toString(),
                exists ? Files.readString(script) : "",
                exists,
                Definition.EMPTY,
                null,
                null,
                json(folder, ItemFolder.DEFINITION),
                null,
                List.of(),
                List.of());
    }

    @Override
    public List<Path> itemsIn(Path folder) throws IOException {
        return WorkspaceFolder.itemsIn(folder);
    }

    private static @Nullable JsonFile json(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? new JsonFile(Path.of(name), JsonDocument.of(Files.readString(file))) : null;
    }

    @Override
    public void writeScript(ItemFolder item, String text) throws IOException {
        Files.writeString(item.scriptPath(), text);
    }

    @Override
    public void writePart(ItemFolder item, Path part, String text) throws IOException {
        Files.writeString(item.root().resolve(part), text);
    }

    @Override
    public Path writeCopy(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    @Override
    public Path create(Path workspace, String name) throws IOException {
        Path folder = workspace.resolve(name + ".UserDataFunction");
        Files.createDirectories(workspace);
        Files.createDirectory(folder);
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), scriptTemplate());
        return folder;
    }

    @Override
    public String scriptTemplate() {
        return "# template\n";
    }

    @Override
    public Watch watch(Path folder, Runnable newChanged) {
        changed = newChanged;
        return () -> changed = () -> {};
    }

    @Override
    public DataWatch watchData(ItemFolder item, Runnable newChanged) {
        dataChanged = newChanged;
        return new DataWatch() {
            @Override
            public void takeAsKnown() {
                timesTakenAsKnown++;
            }

            @Override
            public void close() {
                dataChanged = () -> {};
            }
        };
    }

    /** Says that another program changed the data. */
    public void tellDataChanged() {
        dataChanged.run();
    }

    /** How often it was said that the changes until now are known. */
    public int timesTakenAsKnown() {
        return timesTakenAsKnown;
    }

    /** Says that another program changed something. */
    public void tellChanged() {
        changed.run();
    }

    @Override
    public WorkspaceSettings settings(ItemFolder item) throws IOException {
        return WorkspaceSettings.read(item.root().resolve(".bobbin"));
    }

    @Override
    public WorkspaceSettings changeSettings(ItemFolder item, UnaryOperator<WorkspaceSettings> change)
            throws IOException {
        WorkspaceSettings changed = change.apply(settings(item));
        changed.write(item.root().resolve(".bobbin"));
        return changed;
    }

    @Override
    public Path standIns(ItemFolder item) {
        return item.root().resolveSibling("standins");
    }

    @Override
    public void expect(ItemFolder item, String alias, StandInKind kind) {}

    @Override
    public List<ConnectedData> connectedData(ItemFolder item, FunctionSignature function) {
        return List.of();
    }
}
