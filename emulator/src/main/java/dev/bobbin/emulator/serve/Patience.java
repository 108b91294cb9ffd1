package dev.bobbin.emulator.serve;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets callers go that do not read what is written to them, so that they hold no memory for long. */
final class Patience implements AutoCloseable {

    private final Duration longest;
    private final Set<PatientOutput> outputs = ConcurrentHashMap.newKeySet();
    private final Thread looks;

    /** @param longest how long a caller may take nothing while something waits for it */
    Patience(Duration longest) {
        this.longest = longest;
        this.looks = Thread.ofVirtual().name("patience").start(this::look);
    }

    /** A write begins. */
    void watch(PatientOutput output) {
        outputs.add(output);
    }

    /** The write has ended. */
    void forget(PatientOutput output) {
        outputs.remove(output);
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(longest.dividedBy(6));
                outputs.forEach(output -> output.letGoIfStalled(longest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        looks.interrupt();
    }
}
