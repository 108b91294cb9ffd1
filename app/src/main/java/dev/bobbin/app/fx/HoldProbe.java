package dev.bobbin.app.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * Measures how long the FX thread is held: again and again it asks the thread for a word and notes how long the answer
 * takes, on the clock and in computing time of the FX thread alone, which other programs on the machine cannot lengthen.
 */
public final class HoldProbe {

    private static final long INTERVAL_NANOS = 1_000_000;
    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread prober = Thread.ofPlatform().daemon().name("fx-probe").unstarted(this::probe);
    private volatile boolean on = true;
    private long computed;
    private long longest;
    private long longestComputing;
    private int answers;

    private HoldProbe() {}

    /**
     * What was measured.
     *
     * @param longestMs longest hold, in milliseconds on the clock
     * @param longestComputingMs longest hold, in milliseconds of the FX thread's computing time
     * @param answers how often the thread answered
     */
    public record Holds(double longestMs, double longestComputingMs, int answers) {}

    /** Starts measuring. */
    public static HoldProbe start() {
        HoldProbe probe = new HoldProbe();
        probe.prober.start();
        return probe;
    }

    /** Ends measuring; not on the FX thread. */
    public Holds stop() throws InterruptedException {
        on = false;
        prober.join();
        return new Holds(longest / NANOS_PER_MILLISECOND, longestComputing / NANOS_PER_MILLISECOND, answers);
    }

    private void probe() {
        while (on) {
            LockSupport.parkNanos(INTERVAL_NANOS);
            CountDownLatch answered = new CountDownLatch(1);
            long asked = System.nanoTime();
            long before = computed;
            Platform.runLater(() -> {
                computed = threads.getCurrentThreadCpuTime();
                answered.countDown();
            });
            try {
                answered.await();
            } catch (InterruptedException _) {
                return;
            }
            if (before > 0) {
                longest = Math.max(longest, System.nanoTime() - asked);
                longestComputing = Math.max(longestComputing, computed - before);
                answers++;
            }
        }
    }
}
