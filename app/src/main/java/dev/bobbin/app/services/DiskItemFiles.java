package dev.bobbin.app.services;

import dev.bobbin.app.workspace.ConnectedData;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.emulator.invoke.ConnectionKinds;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemTemplate;
import dev.bobbin.emulator.item.ItemWatcher;
import dev.bobbin.emulator.item.ItemWriter;
import dev.bobbin.emulator.item.WorkspaceFolder;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.DataWatcher;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Item folders on the local disk. */
public final class DiskItemFiles implements ItemFiles {

    @Override
    public ItemFolder read(Path folder) throws IOException {
        return ItemReader.read(folder.toAbsolutePath().normalize());
    }

    @Override
    public List<Path> itemsIn(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        List<Path> items = WorkspaceFolder.itemsIn(root);
        if (items.isEmpty() && !WorkspaceFolder.canBeItem(root)) {
            throw WorkspaceFolder.neither(root);
        }
        return items;
    }

    @Override
    public void writeScript(ItemFolder item, String text) throws IOException {
        ItemWriter.write(item.scriptPath(), text);
    }

    @Override
    public void writePart(ItemFolder item, Path part, String text) throws IOException {
        ItemWriter.write(item.root().resolve(part), text);
    }

    @Override
    public Path writeCopy(Path file, String text) throws IOException {
        ItemWriter.write(file, text);
        return file;
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
    public DataWatch watchData(ItemFolder item, Runnable changed) throws IOException {
        DataWatcher watcher = DataWatcher.start(ItemWorkspace.of(item), item, changed);
        return new DataWatch() {
            @Override
            public void takeAsKnown() {
                watcher.takeAsKnown();
            }

            @Override
            public void close() {
                try {
                    watcher.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Override
    public WorkspaceSettings settings(ItemFolder item) throws IOException {
        return WorkspaceSettings.read(ItemWorkspace.of(item).root());
    }

    @Override
    public WorkspaceSettings changeSettings(ItemFolder item, UnaryOperator<WorkspaceSettings> change)
            throws IOException {
        Path root = ItemWorkspace.of(item).root();
        try (StoreLock _ = StoreLock.in(root)) {
            WorkspaceSettings changed = change.apply(WorkspaceSettings.read(root));
            changed.write(root);
            return changed;
        }
    }

    @Override
    public Path standIns(ItemFolder item) {
        return Workspace.of(item).standIns();
    }

    @Override
    public List<ConnectedData> connectedData(ItemFolder item, FunctionSignature function) throws IOException {
        List<ConnectedData> data = new ArrayList<>();
        for (Binding binding : function.bindings()) {
            switch (binding) {
                case Binding.Connection connection ->
                    data.add(connected(item, connection.alias(), ConnectionKinds.of(item, connection)));
                case Binding.Generic generic ->
                    data.add(connected(item, ConnectionKinds.alias(generic), ConnectionKinds.of(generic)));
                case Binding.Context _ -> {}
            }
        }
        return data;
    }

    @Override
    public void expect(ItemFolder item, String alias, StandInKind kind) throws IOException {
        Path file = ItemWorkspace.of(item).bindingsFile(item);
        StandInBindings bindings = StandInBindings.read(file);
        if (!bindings.aliases().containsKey(alias)
                && item.definition().source(alias).isEmpty()) {
            bindings.with(alias, new StandInBindings.Target(kind, alias)).write(file);
        }
    }

    private static ConnectedData connected(ItemFolder item, String alias, StandInKind kind) throws IOException {
        Workspace workspace = ItemWorkspace.of(item);
        StandIn standIn = workspace.locate(item, alias, kind);
        Optional<BadDay> badDay =
                Optional.ofNullable(BadDays.read(workspace, item).get(alias));
        return new ConnectedData(alias, standIn, Files.exists(standIn.path()), badDay);
    }
}
