package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connection of an item and what stands in for it.
 *
 * @param standIn need not exist: the first run makes it
 * @param functions names of the functions that use it, in the order of the script; none when only the definition lists it
 */
public record ItemConnection(String alias, StandIn standIn, List<String> functions) {

    /** A client that any SQL item gets: what a listed connection is taken for that no function uses. */
    private static final String ANY_CLIENT = "FabricLakehouseClient";

    public ItemConnection {
        functions = List.copyOf(functions);
    }

    /** Whether the stand-in is there. */
    public boolean isThere() {
        return Files.exists(standIn.path());
    }

    /**
     * The connections that an item's functions use, then those that only its definition lists.
     *
     * @throws IOException when the item or its bindings cannot be read
     */
    public static List<ItemConnection> of(ItemFolder item, Workspace workspace) throws IOException {
        Map<String, StandInKind> kinds = new LinkedHashMap<>();
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (FunctionSignature function : SourceParser.outline(item.script()).functions()) {
            for (Binding binding : function.bindings()) {
                switch (binding) {
                    case Binding.Connection connection -> {
                        kinds.putIfAbsent(connection.alias(), ConnectionKinds.of(item, connection));
                        use(users, connection.alias(), function.name());
                    }
                    case Binding.Generic generic -> {
                        kinds.putIfAbsent(ConnectionKinds.alias(generic), ConnectionKinds.of(generic));
                        use(users, ConnectionKinds.alias(generic), function.name());
                    }
                    case Binding.Context _ -> {}
                }
            }
        }
        for (ConnectedDataSource source : item.definition().connectedDataSources()) {
            if (source.alias() != null) {
                kinds.putIfAbsent(source.alias(), listed(source.artifactType()));
            }
        }
        List<ItemConnection> connections = new ArrayList<>();
        for (Map.Entry<String, StandInKind> connection : kinds.entrySet()) {
            String alias = connection.getKey();
            StandIn standIn = workspace.locate(item, alias, connection.getValue());
            connections.add(new ItemConnection(alias, standIn, users.getOrDefault(alias, List.of())));
        }
        return connections;
    }

    /** The kind of a connection that only the definition lists; of a type nobody knows it holds no data. */
    private static StandInKind listed(@Nullable String type) {
        return type != null && ArtifactType.of(type).isEmpty()
                ? StandInKind.PLAIN
                : StandInKind.forConnection(type, ANY_CLIENT);
    }

    private static void use(Map<String, List<String>> users, String alias, String function) {
        List<String> functions = users.computeIfAbsent(alias, a -> new ArrayList<>());
        if (!functions.contains(function)) {
            functions.add(function);
        }
    }

    /** The connection of an alias, whatever its upper and lower case; empty when the item has none. */
    public static Optional<ItemConnection> of(ItemFolder item, Workspace workspace, String alias) throws IOException {
        List<ItemConnection> all = of(item, workspace);
        return all.stream()
                .filter(connection -> connection.alias().equals(alias))
                .findFirst()
                .or(() -> all.stream()
                        .filter(connection -> connection.alias().equalsIgnoreCase(alias))
                        .findFirst());
    }
}
