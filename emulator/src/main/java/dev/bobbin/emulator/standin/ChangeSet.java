package dev.bobbin.emulator.standin;

import java.util.ArrayList;
import java.util.List;

/** What a run changed, committed changes only. Whether and how it can be undone is the {@link ChangeLog}'s matter. */
public record ChangeSet(List<Change> changes) {

    /** Nothing changed. */
    public static final ChangeSet EMPTY = new ChangeSet(List.of());

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** These changes and then the others. */
    public ChangeSet and(ChangeSet others) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(others.changes);
        return new ChangeSet(all);
    }
}
