package dev.bobbin.emulator.standin;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run did to its stand-ins: every statement it executed, in order, and what it changed.
 *
 * @param omitted how many further statements ran that were not kept, because the record was full
 */
public record RunTrace(List<ExecutedStatement> statements, long omitted, ChangeSet changes) {

    /** Nothing was asked and nothing changed. */
    public static final RunTrace EMPTY = new RunTrace(List.of(), 0, ChangeSet.EMPTY);

    public RunTrace {
        statements = List.copyOf(statements);
    }

    /** This trace and then the other. */
    public RunTrace and(RunTrace other) {
        if (this.equals(EMPTY)) {
            return other;
        }
        List<ExecutedStatement> all = new ArrayList<>(statements);
        all.addAll(other.statements);
        return new RunTrace(all, omitted + other.omitted, changes.and(other.changes));
    }
}
