package dev.bobbin.app.batch;

import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.standin.ExecutedStatement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Runs of a table with all that they answered, as many as there is room for. The largest are given up first: one of them
 * makes room for thousands of small ones, and what failed, which people look at, is small.
 */
final class WholeRuns {

    private record Sized(int number, long size) {}

    private static final Comparator<Sized> LARGEST_AND_OLDEST =
            Comparator.comparingLong(Sized::size).reversed().thenComparing(Sized::number);

    private final long room;
    private final Map<Integer, FinishedRun> runs = new HashMap<>();
    private final PriorityQueue<Sized> bySize = new PriorityQueue<>(LARGEST_AND_OLDEST);
    private long held;

    /** @param room in characters */
    WholeRuns(long room) {
        this.room = room;
    }

    /** Keeps a run of the table, if there is room. */
    void keep(int number, FinishedRun run) {
        Sized sized = new Sized(number, size(run.result()));
        runs.put(number, run);
        bySize.add(sized);
        held += sized.size();
        while (held > room) {
            Sized given = bySize.remove();
            runs.remove(given.number());
            held -= given.size();
        }
    }

    /** The run of that number; empty when it has been given up, or has not been. */
    Optional<FinishedRun> get(int number) {
        return Optional.ofNullable(runs.get(number));
    }

    void clear() {
        runs.clear();
        bySize.clear();
        held = 0;
    }

    private static long size(InvocationResult result) {
        long size = 0;
        if (result instanceof InvocationResult.Answered answered) {
            size += answered.envelope().outputJson().length();
        }
        for (ExecutedStatement statement : result.trace().statements()) {
            size += statement.tsql().length();
            size += statement.parameters().stream().mapToLong(String::length).sum();
        }
        return size;
    }
}
