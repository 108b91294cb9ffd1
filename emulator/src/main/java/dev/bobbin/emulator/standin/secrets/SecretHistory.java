package dev.bobbin.emulator.standin.secrets;

import dev.bobbin.emulator.standin.FileNames;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.OldRuns;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that one run changed, as they were before it and as it left them; of other secrets it knows nothing, so that
 * runs side by side do not undo each other's work. Lies in the vault's {@linkplain #keep keep}, for the latest runs only,
 * and is readable by the user alone where the platform can tell.
 */
final class SecretHistory {

    private final Map<String, Secret> before;
    private final Map<String, Secret> after;

    private SecretHistory(Map<String, Secret> before, Map<String, Secret> after) {
        this.before = before;
        this.after = after;
    }

    /** A run that has changed nothing yet. */
    static SecretHistory none() {
        return new SecretHistory(SecretFile.noSecrets(), SecretFile.noSecrets());
    }

    /** The folder beside a vault for what is kept of it: history, seed, snapshots. */
    static Path keep(StandIn.Secrets vault) {
        return vault.path().resolveSibling(vault.path().getFileName() + ".kept");
    }

    /** @throws IOException when it is damaged */
    static SecretHistory read(StandIn.Secrets vault, String run) throws IOException {
        return new SecretHistory(SecretFile.read(before(vault, run)), SecretFile.read(after(vault, run)));
    }

    /** Forgets a run. */
    static void forget(StandIn.Secrets vault, String run) throws IOException {
        FolderCopy.delete(folder(vault, run));
    }

    /** Forgets all runs, because the vault was replaced as a whole. */
    static void forgetAll(StandIn.Secrets vault) throws IOException {
        FolderCopy.delete(histories(vault));
    }

    /** Keeps it as that of a run. */
    void write(StandIn.Secrets vault, String run) throws IOException {
        SecretFile.write(before(vault, run), before);
        SecretFile.write(after(vault, run), after);
        OldRuns.forget(histories(vault));
    }

    private static Path histories(StandIn.Secrets vault) {
        return keep(vault).resolve("history");
    }

    private static Path folder(StandIn.Secrets vault, String run) {
        return histories(vault).resolve(FileNames.safe(run));
    }

    private static Path before(StandIn.Secrets vault, String run) {
        return folder(vault, run).resolve("before.json");
    }

    private static Path after(StandIn.Secrets vault, String run) {
        return folder(vault, run).resolve("after.json");
    }

    Map<String, Secret> before() {
        return before;
    }

    Map<String, Secret> after() {
        return after;
    }

    /** Notes one change of the vault. */
    void add(Map<String, Secret> was, Map<String, Secret> is) {
        for (String name : names(was, is)) {
            if (Objects.equals(was.get(name), is.get(name))) {
                continue;
            }
            if (!before.containsKey(name) && !after.containsKey(name)) {
                put(before, name, was.get(name));
            }
            put(after, name, is.get(name));
        }
    }

    /** Whether the vault's secrets are as the run left them, as far as it changed them. */
    boolean isLatest(Map<String, Secret> secrets) {
        return names(before, after).stream().allMatch(name -> Objects.equals(secrets.get(name), after.get(name)));
    }

    /** Makes the vault's secrets what they were before the run, as far as it changed them. */
    void putBack(Map<String, Secret> secrets) {
        names(before, after).forEach(name -> put(secrets, name, before.get(name)));
    }

    private static void put(Map<String, Secret> secrets, String name, @Nullable Secret secret) {
        if (secret == null) {
            secrets.remove(name);
        } else {
            secrets.put(name, secret);
        }
    }

    private static Set<String> names(Map<String, Secret> some, Map<String, Secret> more) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(some.keySet());
        names.addAll(more.keySet());
        return names;
    }
}
