package dev.bobbin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Measures how long the FX thread is held while something happens: again and again it asks the thread for a word and notes
 * how long the answer takes, on the clock and in computing time of the FX thread alone (which other programs on the
 * machine cannot lengthen). The figures are written to {@code target/fx-probe}; nothing is asserted about them, since they
 * depend on the machine.
 */
final class FxProbe implements AutoCloseable {

    private static final long INTERVAL_NANOS = 1_000_000;

    private final String name;
    private final Thread prober = Thread.ofPlatform().daemon().name("fx-probe").unstarted(this::probe);
    private volatile boolean on = true;
    private long longest;
    private long longestComputing;
    private int answers;

    private FxProbe(String name) {
        this.name = name;
    }

    /** Starts measuring. @param name of the figures' file */
    static FxProbe start(String name) {
        FxProbe probe = new FxProbe(name);
        probe.prober.start();
        return probe;
    }

    private void probe() {
        var threads = ManagementFactory.getThreadMXBean();
        long[] computed = new long[1];
        while (on) {
            LockSupport.parkNanos(INTERVAL_NANOS);
            CountDownLatch answered = new CountDownLatch(1);
            long asked = System.nanoTime();
            long before = computed[0];
            Platform.runLater(() -> {
                computed[0] = threads.getCurrentThreadCpuTime();
                answered.countDown();
            });
            try {
                answered.await();
            } catch (InterruptedException _) {
                return;
            }
            if (before > 0) {
                longest = Math.max(longest, System.nanoTime() - asked);
                longestComputing = Math.max(longestComputing, computed[0] - before);
                answers++;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        on = false;
        prober.join();
        String figures = String.format(
                Locale.ROOT,
                "{\"what\": \"%s\", \"longestHoldMs\": %.1f, \"longestComputingMs\": %.1f, \"answers\": %d}%n",
                name,
                longest / 1e6,
                longestComputing / 1e6,
                answers);
        try {
            Path folder = Files.createDirectories(Path.of("target/fx-probe"));
            Files.writeString(folder.resolve(name + ".json"), figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
