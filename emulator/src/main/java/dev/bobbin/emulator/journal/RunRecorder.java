package dev.bobbin.emulator.journal;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds runs to a journal in the background, in order, so that nobody waits for the disk. */
public final class RunRecorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    /** Runs that may wait to be written; further ones are written by whoever brings them. */
    private static final int WAITING = 1000;

    /**
     * What the runs that wait may hold together, in characters, less in a small heap; whoever brings more waits until there
     * is room.
     */
    private static final int ROOM =
            (int) Math.min(64 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 16);

    private static final long CLOSING_SECONDS = 30;

    private final RunJournal journal;
    private final Runnable added;
    private final ThreadPoolExecutor writer;
    private final Semaphore room = new Semaphore(ROOM, true);
    private volatile @Nullable Thread thread;

    /**
     * @param journal stays the caller's to close, after this recorder
     * @param added called after each run was added, on the recorder's thread
     */
    public RunRecorder(RunJournal journal, Runnable added) {
        this.journal = journal;
        this.added = added;
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                this::thread,
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private Thread thread(Runnable work) {
        Thread made = Thread.ofPlatform().daemon().name("journal").unstarted(work);
        thread = made;
        return made;
    }

    /**
     * Keeps a run. A failure is logged: it must not get in the way of the run. Returns at once unless very large runs
     * wait to be written.
     */
    public void record(RunRecord run) {
        int size = (int) Math.clamp(run.characters(), 1, ROOM);
        room.acquireUninterruptibly(size);
        try {
            writer.execute(() -> add(run, size));
        } catch (RejectedExecutionException | Error e) {
            room.release(size);
            throw e;
        }
    }

    private void add(RunRecord run, int size) {
        try {
            journal.add(run);
            added.run();
        } catch (IOException e) {
            LOG.warn("A run could not be kept in the history", e);
        } finally {
            room.release(size);
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
                LOG.warn(
                        "{} runs could not be written in time",
                        writer.getQueue().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
