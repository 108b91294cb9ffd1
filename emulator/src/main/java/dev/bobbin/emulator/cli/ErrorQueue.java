package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.journal.WaitingRoom;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Standard error of a program that must go on when nobody reads it: a paused terminal, or a pipe that has been forgotten.
 * What does not fit in is left out, and counted. While it is open, what libraries log goes the same way.
 */
final class ErrorQueue implements AutoCloseable {

    /** Texts that may wait to be read. */
    private static final int WAITING = 1000;

    /** What they may hold together, in characters, less in a small heap. */
    private static final int ROOM =
            (int) Math.min(16 * 1024 * 1024, Runtime.getRuntime().maxMemory() / 64);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WaitingRoom waiting = new WaitingRoom(WAITING, ROOM, PATIENCE);
    private final AtomicLong left = new AtomicLong();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("standard error").factory());
    private final PrintStream before = System.err;

    private ErrorQueue() {}

    /** Takes the place of standard error until it is closed. */
    static ErrorQueue open() {
        ErrorQueue queue = new ErrorQueue();
        System.setErr(new PrintStream(queue.new Texts(), true, StandardCharsets.UTF_8));
        return queue;
    }

    /** Prints a text, of one line or several, in one piece; waits for room, but not for long. */
    void line(String text) {
        if (!waiting.enter(text.length())) {
            left.incrementAndGet();
            return;
        }
        try {
            writer.execute(() -> write(text));
        } catch (RejectedExecutionException closed) {
            waiting.leave(text.length());
        }
    }

    private void write(String text) {
        try {
            Output.error(text);
            waiting.written();
            tellWhatIsMissing();
        } finally {
            waiting.leave(text.length());
        }
    }

    private void tellWhatIsMissing() {
        long missing = left.getAndSet(0);
        if (missing > 0) {
            Output.error("Nobody has read this for a while: " + Counted.of(missing, "message")
                    + " had no room here and will not come.");
        }
    }

    /** Writes what is waiting, if somebody reads it, then gives standard error back. */
    @Override
    public void close() {
        System.setErr(before);
        try {
            writer.execute(this::tellWhatIsMissing);
            writer.shutdown();
            boolean _ = writer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException again) {
            // It is closed when the program is ended, and perhaps by the command that ends then.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each write is a text, as loggers write an event at once. */
    private final class Texts extends OutputStream {
        @Override
        public void write(int character) {
            write(new byte[] {(byte) character}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            String text = new String(bytes, offset, length, StandardCharsets.UTF_8).stripTrailing();
            if (!text.isEmpty()) {
                line(text);
            }
        }
    }
}
