package dev.bobbin.emulator.python;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Ends this JVM when its heap is full. Without it a function that collects objects without end keeps the garbage
 * collector busy for half a minute before anything fails.
 */
final class MemoryGuard {

    /** Exit code that tells the parent why. */
    static final int EXIT_CODE = 97;

    /** Share of the old generation that may still be used after it was collected. */
    private static final double FULL = 0.9;

    private static final long LOOK_EVERY_MILLIS = 100;

    private MemoryGuard() {}

    /** Watches from now on. A thread that only looks needs no memory, unlike a notification. */
    static void start() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
                .toList();
        pools.forEach(
                pool -> pool.setCollectionUsageThreshold((long) (pool.getUsage().getMax() * FULL)));
        MemoryPoolMXBean[] watched = pools.toArray(MemoryPoolMXBean[]::new);
        Thread.ofPlatform().daemon().name("memory guard").start(() -> watch(watched));
    }

    private static void watch(MemoryPoolMXBean[] pools) {
        try {
            while (true) {
                for (MemoryPoolMXBean pool : pools) {
                    if (pool.isCollectionUsageThresholdExceeded()) {
                        Runtime.getRuntime().halt(EXIT_CODE);
                    }
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
