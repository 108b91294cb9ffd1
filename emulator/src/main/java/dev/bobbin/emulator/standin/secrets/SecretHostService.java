package dev.bobbin.emulator.standin.secrets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.ForAll;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.ServiceRefusal;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the key vault calls of one run, {@code secrets.*}. Every call names the vault by its {@code handle}. */
public final class SecretHostService implements HostService {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> READS = Set.of("get", "list", "versions", "listDeleted", "getDeleted", "backup");

    private final String run;
    private final Map<String, StandIn.Secrets> vaults;
    private final Map<StandIn.Secrets, SecretHistory> changed = new ConcurrentHashMap<>();
    private volatile ChangeSet changes = ChangeSet.EMPTY;

    /**
     * @param run the invocation's id, under which changes are recorded
     * @param vaults what the run may reach, by handle
     */
    public SecretHostService(String run, Map<String, StandIn.Secrets> vaults) {
        this.run = run;
        this.vaults = Map.copyOf(vaults);
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException {
        try {
            JSON.writeTree(answer, call(operation.substring(operation.indexOf('.') + 1), arguments));
        } catch (ServiceRefusal refusal) {
            throw refusal.toHostCall();
        } catch (IOException e) {
            throw ServiceRefusal.ofLocalFile(e).toHostCall();
        }
    }

    private JsonNode call(String operation, JsonNode arguments) throws ServiceRefusal, IOException {
        StandIn.Secrets standIn = vaults.get(arguments.path("handle").asText());
        if (standIn == null) {
            throw new ServiceRefusal(
                    401, "Unauthorized", "Bobbin reaches the key vault connections of this function only.");
        }
        if (READS.contains(operation)) {
            return carryOut(operation, SecretFile.read(standIn.path()), arguments);
        }
        try (StoreLock _ = StoreLock.in(SecretHistory.keep(standIn))) {
            Map<String, Secret> before = SecretFile.read(standIn.path());
            Map<String, Secret> secrets = SecretFile.noSecrets();
            secrets.putAll(before);
            JsonNode result = carryOut(operation, secrets, arguments);
            SecretFile.write(standIn.path(), secrets);
            changed.computeIfAbsent(standIn, vault -> SecretHistory.none()).add(before, secrets);
            return result;
        }
    }

    private static JsonNode carryOut(String operation, Map<String, Secret> secrets, JsonNode arguments)
            throws ServiceRefusal {
        Vault vault = new Vault(secrets, Clock.systemUTC());
        String name = arguments.path("name").asText();
        String version = arguments.path("version").asText("");
        return switch (operation) {
            case "get" -> vault.get(name, version);
            case "set" -> vault.set(name, arguments.path("value").asText(), arguments.path("attributes"));
            case "update" -> vault.update(name, version, arguments.path("attributes"));
            case "list" -> vault.list();
            case "versions" -> vault.versions(name);
            case "delete" -> vault.delete(name);
            case "listDeleted" -> vault.listDeleted();
            case "getDeleted" -> vault.getDeleted(name);
            case "recover" -> vault.recover(name);
            case "purge" -> {
                vault.purge(name);
                yield NullNode.instance;
            }
            case "backup" -> vault.backup(name);
            case "restore" -> vault.restore(arguments.path("backup"));
            default -> throw new ServiceRefusal(400, "BadParameter", "Unknown operation " + operation);
        };
    }

    @Override
    public RunTrace trace() {
        return new RunTrace(List.of(), 0, changes);
    }

    @Override
    public void close() {
        try {
            ForAll.of(Set.copyOf(changed.keySet()), this::keep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(StandIn.Secrets vault) throws IOException {
        try (StoreLock _ = StoreLock.in(SecretHistory.keep(vault))) {
            SecretHistory history = changed.remove(vault);
            if (history != null) {
                changes = changes.and(new SecretChanges(vault).changes(history));
                history.write(vault, run);
            }
        }
    }
}
