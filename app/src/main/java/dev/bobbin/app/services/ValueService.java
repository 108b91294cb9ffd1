package dev.bobbin.app.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.app.data.values.NamedValues;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.secrets.SecretHostService;
import dev.bobbin.emulator.standin.variables.ActiveValueSet;
import dev.bobbin.emulator.standin.variables.VariableChanges;
import dev.bobbin.emulator.standin.variables.VariableLibrary;
import dev.bobbin.emulator.standin.variables.VariableLifecycle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Variables and secrets on disk; secrets are reached as functions reach them. */
public final class ValueService implements NamedValues {

    private final Supplier<@Nullable ItemFolder> item;

    /** @param item the open one, whose workspace says which value set is active */
    public ValueService(Supplier<@Nullable ItemFolder> item) {
        this.item = item;
    }

    @Override
    public Library library(StandIn.Variables library, Optional<String> valueSet) throws IOException {
        VariableLibrary read = VariableLibrary.read(library);
        Map<String, JsonNode> values = read.values(valueSet);
        Map<String, JsonNode> own = valueSet.map(set -> read.valueSets().getOrDefault(set, Map.of()))
                .orElse(Map.of());
        List<Variable> variables = new ArrayList<>();
        for (VariableLibrary.Variable variable : read.variables()) {
            JsonNode value = values.getOrDefault(variable.name(), variable.value());
            variables.add(new Variable(
                    variable.name(),
                    variable.type(),
                    value.isTextual() ? value.textValue() : value.toString(),
                    own.containsKey(variable.name()),
                    variable.note()));
        }
        return new Library(
                List.copyOf(read.valueSets().keySet()), ActiveValueSet.read(workspace(), library), variables);
    }

    @Override
    public void activate(StandIn.Variables library, Optional<String> valueSet) throws IOException {
        ActiveValueSet.write(workspace(), library, valueSet);
    }

    private Workspace workspace() throws IOException {
        ItemFolder open = item.get();
        if (open == null) {
            throw new IOException("No item is open.");
        }
        return ItemWorkspace.of(open);
    }

    @Override
    public String setVariable(StandIn.Variables library, Optional<String> valueSet, String name, String value)
            throws IOException {
        return edit(library, editor -> editor.set(valueSet, name, value));
    }

    @Override
    public String removeVariable(StandIn.Variables library, Optional<String> valueSet, String name) throws IOException {
        return edit(library, editor -> editor.remove(valueSet, name));
    }

    private String edit(StandIn.Variables library, VariableChanges.Edit edit) throws IOException {
        String run = HostCalls.run();
        new VariableLifecycle(library, workspace().keepOf(library)).changes().record(run, edit);
        return run;
    }

    @Override
    public List<Secret> secrets(StandIn.Secrets vault) throws IOException {
        List<Secret> secrets = new ArrayList<>();
        try (HostCalls calls = calls(vault, HostCalls.run())) {
            for (JsonNode secret : calls.call("secrets.list", HostCalls.arguments())) {
                secrets.add(new Secret(
                        secret.path("name").asText(), secret.path("enabled").asBoolean(true), false));
            }
            for (JsonNode secret : calls.call("secrets.listDeleted", HostCalls.arguments())) {
                secrets.add(new Secret(secret.path("name").asText(), true, true));
            }
        }
        return secrets;
    }

    @Override
    public String reveal(StandIn.Secrets vault, String name) throws IOException {
        try (HostCalls calls = calls(vault, HostCalls.run())) {
            return calls.call("secrets.get", HostCalls.arguments().put("name", name))
                    .path("value")
                    .asText();
        }
    }

    @Override
    public String setSecret(StandIn.Secrets vault, String name, String value) throws IOException {
        return change(vault, "set", HostCalls.arguments().put("name", name).put("value", value));
    }

    @Override
    public String deleteSecret(StandIn.Secrets vault, String name) throws IOException {
        return change(vault, "delete", HostCalls.arguments().put("name", name));
    }

    @Override
    public String recoverSecret(StandIn.Secrets vault, String name) throws IOException {
        return change(vault, "recover", HostCalls.arguments().put("name", name));
    }

    private static String change(StandIn.Secrets vault, String operation, ObjectNode arguments) throws IOException {
        String run = HostCalls.run();
        try (HostCalls calls = calls(vault, run)) {
            calls.call("secrets." + operation, arguments);
        }
        return run;
    }

    private static HostCalls calls(StandIn.Secrets vault, String run) {
        return new HostCalls(new SecretHostService(run, Map.of(HostCalls.HANDLE, vault)));
    }
}
