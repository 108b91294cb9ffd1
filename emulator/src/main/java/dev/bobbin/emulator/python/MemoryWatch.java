package dev.bobbin.emulator.python;

import dev.bobbin.emulator.service.EngineFault;
import java.time.Duration;

/** Ends a child that holds more memory than it may, on systems that do not keep such a limit themselves. */
final class MemoryWatch {

    /** A child that allocates as fast as it can fills some hundred megabytes in this time. */
    private static final Duration INTERVAL = Duration.ofMillis(300);

    private MemoryWatch() {}

    /** Watches a session until its process has ended. */
    static void start(ChildSession session, int megabytes) {
        Thread.ofVirtual().name("memory watch").start(() -> watch(session, megabytes));
    }

    private static void watch(ChildSession session, int megabytes) {
        try {
            while (!session.hasEnded()) {
                if (session.isBusy() && ResidentMemory.megabytes(session.pid()).orElse(0) > megabytes) {
                    session.end(new EngineFault(EngineFault.Kind.OUT_OF_MEMORY, "megabytes", megabytes));
                }
                Thread.sleep(INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
