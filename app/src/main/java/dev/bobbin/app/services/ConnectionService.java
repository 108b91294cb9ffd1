package dev.bobbin.app.services;

import dev.bobbin.app.connections.Candidate;
import dev.bobbin.app.connections.Connection;
import dev.bobbin.app.connections.Connections;
import dev.bobbin.emulator.invoke.ConnectionKinds;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.PlatformFile;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connections as the workspace keeps them: {@code bindings.json} and {@code bad-days.json} of each item. */
public final class ConnectionService implements Connections {

    /** What is known of an alias before its stand-in is looked up. */
    private record Source(StandInKind kind, List<String> functions, boolean listed) {}

    @Override
    public List<Connection> read(ItemFolder item, SourceOutline outline) throws IOException {
        Workspace workspace = Workspace.of(item);
        Map<String, BadDay> badDays = BadDays.read(workspace, item);
        List<Connection> connections = new ArrayList<>();
        for (Map.Entry<String, Source> entry : sources(item, outline).entrySet()) {
            Source source = entry.getValue();
            StandIn standIn = workspace.locate(item, entry.getKey(), source.kind());
            connections.add(new Connection(
                    entry.getKey(),
                    kind(standIn, source.kind()),
                    standIn,
                    Files.exists(standIn.path()),
                    source.functions(),
                    source.listed(),
                    Optional.ofNullable(badDays.get(entry.getKey()))));
        }
        return connections;
    }

    /** The kind bound to the alias may be another than the one its connection asks for. */
    private static StandInKind kind(StandIn standIn, StandInKind wanted) {
        return standIn instanceof StandIn.Sql sql
                ? StandInKind.valueOf(sql.kind().name())
                : wanted;
    }

    private static Map<String, Source> sources(ItemFolder item, SourceOutline outline) {
        Map<String, Source> sources = new LinkedHashMap<>();
        for (FunctionSignature function : outline.functions()) {
            for (Binding binding : function.bindings()) {
                switch (binding) {
                    case Binding.Connection connection ->
                        add(sources, item, connection.alias(), ConnectionKinds.of(item, connection), function);
                    case Binding.Generic generic ->
                        add(sources, item, ConnectionKinds.alias(generic), ConnectionKinds.of(generic), function);
                    case Binding.Context _ -> {}
                }
            }
        }
        for (ConnectedDataSource listed : item.definition().connectedDataSources()) {
            String alias = listed.alias();
            if (alias != null && !alias.isEmpty()) {
                StandInKind kind = StandInKind.forConnection(listed.artifactType(), "");
                sources.putIfAbsent(alias, new Source(kind, List.of(), true));
            }
        }
        return sources;
    }

    private static void add(
            Map<String, Source> sources, ItemFolder item, String alias, StandInKind kind, FunctionSignature function) {
        if (alias.isEmpty()) {
            return;
        }
        Source before = sources.get(alias);
        List<String> functions = new ArrayList<>(before == null ? List.of() : before.functions());
        if (!functions.contains(function.name())) {
            functions.add(function.name());
        }
        boolean listed = item.definition().source(alias).isPresent();
        sources.put(alias, new Source(before == null ? kind : before.kind(), List.copyOf(functions), listed));
    }

    @Override
    public List<StandIn> standIns(ItemFolder item) throws IOException {
        return Workspace.of(item).existing();
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
        Workspace workspace = Workspace.of(item);
        for (Map.Entry<String, Source> source :
                sources(item, SourceParser.outline(item.script())).entrySet()) {
            StandIn other =
                    workspace.locate(item, source.getKey(), source.getValue().kind());
            if (other.path().equals(standIn.path())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void create(ItemFolder item, Connection connection) throws IOException {
        StandIn made = Workspace.of(item).standIn(item, connection.alias(), connection.kind());
        if (made instanceof StandIn.Sql sql) {
            SqlDatabase.of(sql).connectAsOwner().close();
        }
    }

    @Override
    public void bind(ItemFolder item, String alias, Candidate target) throws IOException {
        changeBindings(item, targets -> targets.put(alias, new StandInBindings.Target(target.kind(), target.name())));
    }

    @Override
    public void badDay(ItemFolder item, String alias, Optional<BadDay> badDay) throws IOException {
        Workspace workspace = Workspace.of(item);
        Map<String, BadDay> all = BadDays.read(workspace, item);
        all.remove(alias);
        badDay.ifPresent(present -> all.put(alias, present));
        BadDays.write(workspace, item, all);
    }

    @Override
    public void renamed(ItemFolder item, Connection connection, String alias) throws IOException {
        changeBindings(item, targets -> {
            targets.remove(connection.alias());
            // An alias means the stand-in of its own name, unless something else is said.
            if (!alias.equals(connection.standIn().name())) {
                targets.put(
                        alias,
                        new StandInBindings.Target(
                                connection.kind(), connection.standIn().name()));
            }
        });
        if (connection.badDay().isPresent()) {
            badDay(item, connection.alias(), Optional.empty());
            badDay(item, alias, connection.badDay());
        }
    }

    private interface BindingsChange {
        void apply(Map<String, StandInBindings.Target> targets);
    }

    private static void changeBindings(ItemFolder item, BindingsChange change) throws IOException {
        Path file = Workspace.of(item).bindingsFile(item);
        Map<String, StandInBindings.Target> targets =
                new HashMap<>(StandInBindings.read(file).aliases());
        change.apply(targets);
        new StandInBindings(targets).write(file);
    }
}
