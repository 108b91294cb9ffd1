package dev.bobbin.emulator.standin.secrets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.FileHistory;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.ServiceRefusal;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Answers the key vault calls of one run, {@code secrets.*}. Every call names the vault by its {@code handle}. */
public final class SecretHostService implements HostService {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs of this program change a file one after another. */
    private static final ReentrantLock FILES = new ReentrantLock();

    private static final Set<String> READS = Set.of("get", "list", "versions", "listDeleted", "getDeleted", "backup");

    private final String run;
    private final Map<String, StandIn.Secrets> vaults;
    private final Set<StandIn.Secrets> changed = new LinkedHashSet<>();
    private ChangeSet changes = ChangeSet.EMPTY;

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
        FILES.lock();
        try {
            JSON.writeTree(answer, call(operation.substring(operation.indexOf('.') + 1), arguments));
        } catch (ServiceRefusal refusal) {
            throw refusal.toHostCall();
        } catch (IOException e) {
            throw ServiceRefusal.ofLocalFile(e).toHostCall();
        } finally {
            FILES.unlock();
        }
    }

    private JsonNode call(String operation, JsonNode arguments) throws ServiceRefusal, IOException {
        StandIn.Secrets standIn = vaults.get(arguments.path("handle").asText());
        if (standIn == null) {
            throw new ServiceRefusal(
                    401, "Unauthorized", "Bobbin reaches the key vault connections of this function only.");
        }
        Path file = standIn.path();
        Map<String, Secret> secrets = SecretFile.read(file);
        JsonNode result = carryOut(operation, new Vault(secrets, Clock.systemUTC()), arguments);
        if (!READS.contains(operation)) {
            new FileHistory(file, run).keep();
            changed.add(standIn);
            SecretFile.write(file, secrets);
        }
        return result;
    }

    private static JsonNode carryOut(String operation, Vault vault, JsonNode arguments) throws ServiceRefusal {
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
        FILES.lock();
        try {
            for (StandIn.Secrets standIn : changed) {
                new FileHistory(standIn.path(), run).seal();
                changes = changes.and(new SecretChanges(standIn).changes(run));
            }
            changed.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FILES.unlock();
        }
    }
}
