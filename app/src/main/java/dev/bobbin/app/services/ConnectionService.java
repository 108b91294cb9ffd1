package dev.bobbin.app.services;

import dev.bobbin.app.connections.Candidate;
import dev.bobbin.app.connections.Connection;
import dev.bobbin.app.connections.Connections;
import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.PlatformFile;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections as the workspace keeps them: {@code bindings.json} and {@code bad-days.json} of each item. */
public final class ConnectionService implements Connections {

    @Override
    public List<Connection> read(ItemFolder item) throws IOException {
        Workspace workspace = ItemWorkspace.of(item);
        Map<String, BadDay> badDays = BadDays.read(workspace, item);
        List<Connection> connections = new ArrayList<>();
        for (ItemConnection connection : ItemConnection.of(item, workspace)) {
            if (!connection.alias().isEmpty()) {
                connections.add(new Connection(
                        connection.alias(),
                        connection.standIn(),
                        connection.isThere(),
                        connection.functions(),
                        !isListed(connection.standIn())
                                || item.definition().source(connection.alias()).isPresent(),
                        Optional.ofNullable(badDays.get(connection.alias())),
                        item.definition()
                                .source(connection.alias())
                                .map(ConnectedDataSource::artifactType)
                                .filter(type -> ArtifactType.of(type).isEmpty())));
            }
        }
        return connections;
    }

    /** Whether {@code definition.json} lists data sources of that kind; generic connections never stand there. */
    private static boolean isListed(StandIn standIn) {
        return standIn instanceof StandIn.Sql
                || standIn instanceof StandIn.Lakehouse
                || standIn instanceof StandIn.Variables;
    }

    @Override
    public List<StandIn> standIns(ItemFolder item) throws IOException {
        return ItemWorkspace.of(item).existing();
    }

    @Override
    public List<String> usedBy(ItemFolder item, StandIn standIn) throws IOException {
        Path parent = item.root().getParent();
        if (parent == null) {
            return List.of();
        }
        List<Path> folders;
        try (Stream<Path> entries = Files.list(parent)) {
            folders = entries.filter(entry -> entry.toString().endsWith("." + PlatformFile.ITEM_TYPE))
                    .filter(entry -> !entry.equals(item.root()))
                    .sorted()
                    .toList();
        }
        List<String> users = new ArrayList<>();
        for (Path folder : folders) {
            @Nullable ItemFolder other = readable(folder);
            if (other != null && uses(other, standIn)) {
                users.add(other.displayName());
            }
        }
        return users;
    }

    /** An item that cannot be read is no reason to say nothing of the others. */
    private static @Nullable ItemFolder readable(Path folder) {
        try {
            return ItemReader.read(folder);
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean uses(ItemFolder item, StandIn standIn) throws IOException {
        return ItemConnection.of(item, ItemWorkspace.of(item)).stream()
                .anyMatch(connection -> connection.standIn().path().equals(standIn.path()));
    }

    @Override
    public void create(ItemFolder item, Connection connection) throws IOException {
        Lifecycles.of(connection.standIn(), ItemWorkspace.of(item)).create();
    }

    @Override
    public void make(ItemFolder item, String alias, Candidate target) throws IOException {
        bind(item, alias, target);
        Workspace workspace = ItemWorkspace.of(item);
        Optional<ItemConnection> missing = ItemConnection.of(item, workspace).stream()
                .filter(connection -> connection.alias().equals(alias) && !connection.isThere())
                .findFirst();
        if (missing.isPresent()) {
            Lifecycles.of(missing.get().standIn(), workspace).create();
        }
    }

    @Override
    public long fill(ItemFolder item, Connection connection, Path folder) throws IOException {
        return Lifecycles.of(connection.standIn(), ItemWorkspace.of(item)).fill(folder);
    }

    @Override
    public void seed(ItemFolder item, Connection connection, Path folder) throws IOException {
        Lifecycles.of(connection.standIn(), ItemWorkspace.of(item)).seed(folder);
    }

    @Override
    public void bind(ItemFolder item, String alias, Candidate target) throws IOException {
        Path file = ItemWorkspace.of(item).bindingsFile(item);
        StandInBindings.read(file)
                .with(alias, new StandInBindings.Target(target.kind(), target.name()))
                .write(file);
    }

    @Override
    public void badDay(ItemFolder item, String alias, Optional<BadDay> badDay) throws IOException {
        Workspace workspace = ItemWorkspace.of(item);
        Map<String, BadDay> all = BadDays.read(workspace, item);
        all.remove(alias);
        badDay.ifPresent(present -> all.put(alias, present));
        BadDays.write(workspace, item, all);
    }

    @Override
    public void renamed(ItemFolder item, Connection connection, String alias) throws IOException {
        Path file = ItemWorkspace.of(item).bindingsFile(item);
        // An alias means the stand-in of its own name, unless something else is said.
        StandInBindings.@Nullable Target target =
                alias.equals(connection.standIn().name())
                        ? null
                        : new StandInBindings.Target(
                                connection.kind(), connection.standIn().name());
        StandInBindings.read(file)
                .with(connection.alias(), null)
                .with(alias, target)
                .write(file);
        if (connection.badDay().isPresent()) {
            badDay(item, connection.alias(), Optional.empty());
            badDay(item, alias, connection.badDay());
        }
    }
}
