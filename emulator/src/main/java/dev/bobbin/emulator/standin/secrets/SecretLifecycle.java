package dev.bobbin.emulator.standin.secrets;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Parts;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The lifecycle of a vault. In a folder it is {@code secrets.json}, an object of names and values. */
public final class SecretLifecycle extends PartsLifecycle {

    private static final String FILE = "secrets.json";

    private final StandIn.Secrets vault;

    public SecretLifecycle(StandIn.Secrets vault) {
        super(vault.name(), new Parts(Map.of(FILE, vault.path())), SecretHistory.keep(vault));
        this.vault = vault;
    }

    @Override
    public ChangeLog changes() {
        return new SecretChanges(vault);
    }

    @Override
    public void create() throws IOException {
        super.create();
        try (StoreLock _ = lock()) {
            if (!Files.exists(vault.path())) {
                SecretFile.write(vault.path(), SecretFile.noSecrets());
            }
        }
    }

    @Override
    protected Parts partsOf(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw PlainException.of("standin.lacks", folder, FILE);
        }
        SecretFile.read(file);
        return new Parts(Map.of(FILE, file));
    }

    @Override
    public long fill(Path folder) throws IOException {
        partsOf(folder);
        Map<String, Secret> more = SecretFile.read(folder.resolve(FILE));
        try (StoreLock _ = lock()) {
            Map<String, Secret> secrets = SecretFile.read(vault.path());
            secrets.putAll(more);
            SecretFile.write(vault.path(), secrets);
        }
        return more.size();
    }

    @Override
    protected ChangeSet since(Path copy) throws IOException {
        return SecretChanges.between(vault.name(), SecretFile.read(copy.resolve(FILE)), SecretFile.read(vault.path()));
    }

    @Override
    protected void forgetRuns() throws IOException {
        SecretHistory.forgetAll(vault);
    }

    @Override
    public List<Entry> browse(String place) throws IOException {
        if (!place.isEmpty()) {
            throw PlainException.of("secrets.no-content");
        }
        return SecretFile.read(vault.path()).entrySet().stream()
                .filter(secret -> !secret.getValue().isDeleted())
                .map(secret -> new Entry(
                        secret.getKey(),
                        false,
                        secret.getValue().versions().size() == 1
                                ? "1 version"
                                : secret.getValue().versions().size() + " versions"))
                .toList();
    }
}
