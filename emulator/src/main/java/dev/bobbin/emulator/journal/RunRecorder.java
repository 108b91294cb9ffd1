package dev.bobbin.emulator.journal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds runs to a journal in the background, in order, so that nobody waits for the disk. Whoever brings runs faster than
 * they can be written waits for room; a journal that takes none for a while loses them instead, and it is said how many:
 * the history must not get in the way of the runs.
 */
public final class RunRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    /** Runs that may wait to be written. */
    private static final int WAITING = 1000;

    /** What the runs that wait may hold together, in characters, less in a small heap. */
    private static final int ROOM =
            (int) Math.min(64 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long CLOSING_SECONDS = 30;

    private final RunJournal journal;
    private final Runnable added;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(this::thread);
    private final WaitingRoom waiting;
    private final AtomicLong left = new AtomicLong();

    private volatile @Nullable Thread thread;

    /**
     * @param journal stays the caller's to close, after this recorder
     * @param added called after each run was added, on the recorder's thread
     */
    public RunRecorder(RunJournal journal, Runnable added) {
        this(journal, added, PATIENCE);
    }

    /** @param patience how long a run waits for room before it is left out */
    RunRecorder(RunJournal journal, Runnable added, Duration patience) {
        this.journal = journal;
        this.added = added;
        this.waiting = new WaitingRoom(WAITING, ROOM, patience);
    }

    private Thread thread(Runnable work) {
        Thread made = Thread.ofPlatform().daemon().name("journal").unstarted(work);
        thread = made;
        return made;
    }

    /**
     * Keeps a run. A failure is logged: it must not get in the way of the run. Returns at once unless many or very large
     * runs wait to be written.
     */
    public void record(RunRecord run) {
        long size = run.characters();
        if (!waiting.enter(size)) {
            leftOut("more runs wait to be written than there is room for");
            return;
        }
        try {
            writer.execute(() -> add(run, size));
        } catch (RejectedExecutionException | Error e) {
            waiting.leave(size);
            throw e;
        }
    }

    private void add(RunRecord run, long size) {
        try {
            journal.add(run);
            waiting.written();
            long lost = left.getAndSet(0);
            if (lost > 0) {
                LOG.warn("Runs are kept in the history again; {} were left out.", lost);
            }
            added.run();
        } catch (IOException e) {
            LOG.debug("A run is not in the history", e);
            leftOut(e.getMessage());
        } finally {
            waiting.leave(size);
        }
    }

    /** Said once, until runs are kept again. */
    private void leftOut(@Nullable String reason) {
        if (left.getAndIncrement() == 0) {
            LOG.warn("Runs are left out of the history: {}. The runs themselves are not touched by that.", reason);
        }
    }

    /** Waits until the runs that were given so far are in the journal. On the recorder's own thread there is nothing to wait for. */
    public void settle() {
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            writer.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RejectedExecutionException e) {
            LOG.debug("Nothing is waiting any more", e);
        }
    }

    /** Writes what is waiting, then ends. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                left.addAndGet(waiting.waiting());
            }
            long lost = left.get();
            if (lost > 0) {
                LOG.warn("{} runs were left out of the history.", lost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
