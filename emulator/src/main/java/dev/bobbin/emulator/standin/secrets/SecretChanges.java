package dev.bobbin.emulator.standin.secrets;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What runs changed in a vault: names of secrets, never their values. */
public final class SecretChanges implements ChangeLog {

    private final StandIn.Secrets vault;

    public SecretChanges(StandIn.Secrets vault) {
        this.vault = vault;
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        return changes(SecretHistory.read(vault, run));
    }

    ChangeSet changes(SecretHistory history) {
        return between(vault.name(), history.before(), history.after());
    }

    static ChangeSet between(String vault, Map<String, Secret> before, Map<String, Secret> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            kind(before.get(name), after.get(name))
                    .ifPresent(kind -> changes.add(new Change.Secret(vault, name, kind)));
        }
        return new ChangeSet(changes);
    }

    private static Optional<Change.Kind> kind(@Nullable Secret before, @Nullable Secret after) {
        boolean was = isThere(before);
        boolean is = isThere(after);
        if (was && is) {
            return Objects.equals(before, after) ? Optional.empty() : Optional.of(Change.Kind.CHANGED);
        }
        return was == is ? Optional.empty() : Optional.of(is ? Change.Kind.CREATED : Change.Kind.DELETED);
    }

    private static boolean isThere(@Nullable Secret secret) {
        return secret != null && !secret.isDeleted();
    }

    @Override
    public UndoOutcome undo(String run) throws IOException {
        try (StoreLock _ = StoreLock.in(SecretHistory.keep(vault))) {
            SecretHistory history = SecretHistory.read(vault, run);
            ChangeSet changes = changes(history);
            if (changes.isEmpty()) {
                return new UndoOutcome.NothingToUndo();
            }
            Map<String, Secret> secrets = SecretFile.read(vault.path());
            if (!history.isLatest(secrets)) {
                return new UndoOutcome.Refused(Message.of("undo.secrets", vault.name()));
            }
            history.putBack(secrets);
            SecretFile.write(vault.path(), secrets);
            SecretHistory.forget(vault, run);
            return new UndoOutcome.Undone(changes);
        }
    }
}
