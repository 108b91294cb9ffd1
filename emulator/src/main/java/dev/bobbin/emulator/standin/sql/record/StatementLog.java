package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.ExecutedStatement;
import java.util.ArrayList;
import java.util.List;

/** The statements of one run, from all its connections, in the order in which they began. Safe for several threads. */
public final class StatementLog {

    /** So many statements are kept; the rest is counted. A loop over a table would fill the memory otherwise. */
    public static final int LARGEST = 2_000;

    private final List<StatementEntry> entries = new ArrayList<>();
    private long omitted;

    /** Takes a statement that begins, unless the record is full. */
    synchronized void add(StatementEntry entry) {
        if (entries.size() < LARGEST) {
            entries.add(entry);
        } else {
            omitted++;
        }
    }

    /** The statements so far. */
    public synchronized List<ExecutedStatement> statements() {
        return entries.stream().map(StatementEntry::executed).toList();
    }

    /** How many statements were not kept. */
    public synchronized long omitted() {
        return omitted;
    }
}
