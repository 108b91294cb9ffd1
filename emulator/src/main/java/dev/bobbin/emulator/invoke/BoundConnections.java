package dev.bobbin.emulator.invoke;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The connections of one run: a stand-in behind each alias, and what the worker is told of them
 * ({@code docs/protocol.md}, "bindings").
 */
final class BoundConnections {

    private static final String LOCAL_TOKEN = "local-token";

    private final ItemFolder item;
    private final Workspace workspace;
    private final ArrayNode bindings = JsonNodeFactory.instance.arrayNode();
    private final Map<String, StandIn> standIns = new LinkedHashMap<>();

    private BoundConnections(ItemFolder item, Workspace workspace) {
        this.item = item;
        this.workspace = workspace;
    }

    /** Binds every parameter the host fills in. What cannot be bound becomes an error the function's caller sees. */
    static BoundConnections of(ItemFolder item, Workspace workspace, List<Binding> bindings) {
        BoundConnections bound = new BoundConnections(item, workspace);
        bindings.forEach(bound::add);
        return bound;
    }

    ArrayNode bindings() {
        return bindings;
    }

    /** Stand-ins by the handle in their endpoint. */
    Map<String, StandIn> standIns() {
        return Map.copyOf(standIns);
    }

    private void add(Binding binding) {
        ObjectNode entry = bindings.addObject().put("argName", binding.argName());
        switch (binding) {
            case Binding.Context _ -> entry.put("kind", "context");
            case Binding.Connection connection -> {
                entry.put("kind", "connection").put("alias", connection.alias());
                connect(entry, connection.alias(), ConnectionKinds.of(item, connection));
            }
            case Binding.Generic generic -> {
                String alias = ConnectionKinds.alias(generic);
                entry.put("kind", "generic").put("alias", alias).put("audienceType", generic.audienceType());
                connect(entry, alias, ConnectionKinds.of(generic));
            }
        }
    }

    private void connect(ObjectNode entry, String alias, StandInKind kind) {
        try {
            StandIn standIn = workspace.standIn(item, alias, kind);
            describe(standIn, entry, entry.putObject("endpoints"));
        } catch (IOException e) {
            entry.put("error", "The stand-in of '" + alias + "' cannot be used: " + e.getMessage());
        }
    }

    private void describe(StandIn standIn, ObjectNode entry, ObjectNode endpoints) {
        switch (standIn) {
            case StandIn.Sql sql -> sqlEndpoint(endpoints, sql);
            case StandIn.Lakehouse lakehouse -> {
                sqlEndpoint(endpoints, lakehouse.endpoint());
                String address = "https://onelake.local/bobbin/" + lakehouse.name() + "/Files";
                endpoint(endpoints, "fileendpoint", address, lakehouse)
                        .put("Name", lakehouse.name())
                        .put("Folder", lakehouse.files().toString());
            }
            case StandIn.Variables variables ->
                endpoint(endpoints, "vlendpoint", variables.name(), variables)
                        .put("File", variables.path().toString());
            case StandIn.Events events ->
                endpoint(endpoints, "eventendpoint", events.name(), events)
                        .put("File", events.log().toString());
            case StandIn.Secrets secrets ->
                endpoint(endpoints, "keyvault", secrets.name(), secrets)
                        .put("File", secrets.path().toString());
            case StandIn.Documents documents -> endpoint(endpoints, "cosmosdb", documents.name(), documents);
            case StandIn.Plain plain ->
                endpoint(
                        endpoints,
                        entry.path("audienceType").asText("item").toLowerCase(Locale.ROOT),
                        plain.name(),
                        plain);
        }
    }

    private void sqlEndpoint(ObjectNode endpoints, StandIn.Sql sql) {
        String catalog = catalog(sql.name());
        ObjectNode endpoint = endpoint(endpoints, "sqlendpoint", "", sql);
        endpoint.put(
                "ConnectionString", "Data Source=" + endpoint.path("Handle").asText() + ";Initial Catalog=" + catalog);
    }

    /** The name as a connection string can carry it. */
    private static String catalog(String name) {
        return name.replace(';', '_').replace('{', '_').replace('}', '_');
    }

    private ObjectNode endpoint(ObjectNode endpoints, String key, String connectionString, StandIn standIn) {
        String handle = "bobbin-" + (standIns.size() + 1);
        standIns.put(handle, standIn);
        return endpoints
                .putObject(key)
                .put("ConnectionString", connectionString)
                .put("AccessToken", LOCAL_TOKEN)
                .put("Handle", handle);
    }
}
