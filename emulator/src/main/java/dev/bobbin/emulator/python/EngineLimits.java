package dev.bobbin.emulator.python;

import java.time.Duration;

/**
 * What an engine waits for, and for how long.
 *
 * @param start until the interpreter is up
 * @param load until a module is loaded
 * @param heapMegabytes memory limit to name in messages; 0 when there is none
 */
record EngineLimits(Duration start, Duration load, int heapMegabytes) {

    private static final int IMPORT_LOG_LINES = 1000;

    /** A first start on a slow machine unpacks the standard library, which takes a while. */
    static EngineLimits withHeapMegabytes(int heapMegabytes) {
        return new EngineLimits(Duration.ofMinutes(2), Duration.ofSeconds(60), heapMegabytes);
    }

    /** How many lines logged while a module is loaded ahead are kept for its first call. */
    int importLogLines() {
        return IMPORT_LOG_LINES;
    }
}
