package dev.bobbin.emulator.invoke;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import dev.bobbin.emulator.standin.badday.Failure;
import dev.bobbin.emulator.standin.variables.ActiveValueSet;
import dev.bobbin.emulator.standin.variables.VariableLibrary;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one run: a stand-in behind each alias, and what the worker is told of them
 * ({@code docs/protocol.md}, "bindings").
 */
final class BoundConnections {

    private static final String LOCAL_TOKEN = "local-token";

    private final ItemFolder item;
    private final Workspace workspace;
    private final ArrayNode bindings = JsonNodeFactory.instance.arrayNode();
    private final String run;
    private final Circumstances circumstances;
    private final Map<String, BadDay> badDays;
    private final Map<String, StandIn> standIns = new LinkedHashMap<>();
    private final Map<String, BadDay> sqlBadDays = new LinkedHashMap<>();
    private final Map<String, BadDay> metBadDays = new HashMap<>();
    private final Map<String, String> metValueSets = new HashMap<>();

    private @Nullable String problem;

    private BoundConnections(String run, ItemFolder item, Workspace workspace, Circumstances circumstances) {
        this.run = run;
        this.item = item;
        this.workspace = workspace;
        this.circumstances = circumstances;
        Map<String, BadDay> switched = new HashMap<>();
        try {
            switched.putAll(BadDays.read(workspace, item));
        } catch (IOException e) {
            problem = e.getMessage();
        }
        switched.putAll(circumstances.badDays());
        switched.values().removeIf(BadDay.NONE::equals);
        badDays = switched;
    }

    /**
     * Binds every parameter the host fills in. What cannot be bound becomes an error the function's caller sees.
     *
     * @param run the invocation's id
     */
    static BoundConnections of(
            String run, ItemFolder item, Workspace workspace, List<Binding> bindings, Circumstances circumstances) {
        BoundConnections bound = new BoundConnections(run, item, workspace, circumstances);
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

    /** Switches of SQL stand-ins by their handle; those of the others are in their endpoints. */
    Map<String, BadDay> sqlBadDays() {
        return Map.copyOf(sqlBadDays);
    }

    /** What is different for these connections, wherever it comes from. */
    Circumstances circumstances() {
        return new Circumstances(metBadDays, metValueSets);
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
        if (problem != null) {
            entry.put("error", problem);
            return;
        }
        try {
            StandIn standIn = workspace.standIn(item, alias, kind);
            describe(standIn, alias, entry, entry.putObject("endpoints"));
        } catch (IOException e) {
            entry.put("error", "The stand-in of '" + alias + "' cannot be used: " + e.getMessage());
        }
    }

    private void describe(StandIn standIn, String alias, ObjectNode entry, ObjectNode endpoints) {
        @Nullable BadDay badDay = badDays.get(alias);
        switch (standIn) {
            case StandIn.Sql sql -> sqlEndpoint(endpoints, sql, badDay);
            case StandIn.Lakehouse lakehouse -> {
                sqlEndpoint(endpoints, lakehouse.endpoint(), badDay);
                String address = "https://onelake.local/bobbin/" + lakehouse.name() + "/Files";
                endpoint(endpoints, "fileendpoint", address, lakehouse)
                        .put("Name", lakehouse.name())
                        .put("Folder", lakehouse.files().toString())
                        .put("History", lakehouse.history(run).toString());
            }
            case StandIn.Variables variables ->
                endpoint(endpoints, "vlendpoint", variables.name(), variables).setAll(values(variables, alias));
            case StandIn.Events events -> endpoint(endpoints, "eventendpoint", events.name(), events);
            case StandIn.Secrets secrets -> endpoint(endpoints, "keyvault", secrets.name(), secrets);
            case StandIn.Documents documents -> endpoint(endpoints, "cosmosdb", documents.name(), documents);
            case StandIn.Plain plain ->
                endpoint(
                        endpoints,
                        entry.path("audienceType").asText("item").toLowerCase(Locale.ROOT),
                        plain.name(),
                        plain);
        }
        if (badDay != null) {
            metBadDays.put(alias, badDay);
            endpoints.forEach(endpoint -> ((ObjectNode) endpoint).set("BadDay", badDay.toJson()));
        }
    }

    /** The variables as the function shall see them, or why it cannot see them. */
    private ObjectNode values(StandIn.Variables library, String alias) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        try {
            @Nullable String chosen = circumstances.valueSets().get(alias);
            Optional<String> valueSet = chosen == null
                    ? ActiveValueSet.read(workspace, library)
                    : Optional.of(chosen).filter(name -> !name.isEmpty());
            metValueSets.put(alias, valueSet.orElse(""));
            ObjectNode variables = fields.putObject("Variables");
            VariableLibrary.read(library).values(valueSet).forEach(variables::set);
        } catch (IOException e) {
            fields.put("Error", e.getMessage());
        }
        return fields;
    }

    private void sqlEndpoint(ObjectNode endpoints, StandIn.Sql sql, @Nullable BadDay badDay) {
        boolean readOnly = badDay != null && badDay.failure().equals(Optional.of(Failure.READ_ONLY));
        // A mirrored database is one that nobody can write to.
        StandIn.Sql reached = readOnly ? new StandIn.Sql(sql.name(), StandIn.SqlKind.MIRRORED, sql.path()) : sql;
        String catalog = catalog(sql.name());
        ObjectNode endpoint = endpoint(endpoints, "sqlendpoint", "", reached);
        if (badDay != null) {
            sqlBadDays.put(endpoint.path("Handle").asText(), badDay);
        }
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
