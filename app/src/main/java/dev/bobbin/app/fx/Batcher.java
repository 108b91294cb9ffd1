package dev.bobbin.app.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Brings a flood of things to the FX thread in batches, so that their number never holds it up. Things are added on any
 * thread; of those that wait, only the newest are kept.
 */
public final class Batcher<T> {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TaskRunner tasks;
    private final int limit;
    private final Receiver<T> receiver;
    private final Deque<T> waiting = new ArrayDeque<>();
    private long dropped;
    private boolean scheduled;

    /** Receives batches on the FX thread. */
    @FunctionalInterface
    public interface Receiver<T> {

        /** @param dropped how many older things were left out of this batch */
        void accept(List<T> batch, long dropped);
    }

    /** @param limit most things of one batch */
    public Batcher(TaskRunner tasks, int limit, Receiver<T> receiver) {
        this.tasks = tasks;
        this.limit = limit;
        this.receiver = receiver;
    }

    /** Adds one thing; returns at once. */
    public void add(T thing) {
        boolean schedule;
        synchronized (waiting) {
            waiting.addLast(thing);
            if (waiting.size() > limit) {
                waiting.removeFirst();
                dropped++;
            }
            schedule = !scheduled;
            scheduled = true;
        }
        if (schedule) {
            tasks.later(PAUSE, this::flush);
        }
    }

    /** Delivers what waits, now; on the FX thread. */
    public void flush() {
        List<T> batch;
        long left;
        synchronized (waiting) {
            batch = new ArrayList<>(waiting);
            left = dropped;
            waiting.clear();
            dropped = 0;
            scheduled = false;
        }
        if (!batch.isEmpty()) {
            receiver.accept(batch, left);
        }
    }
}
