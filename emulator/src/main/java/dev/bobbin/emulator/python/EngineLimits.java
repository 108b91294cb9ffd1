package dev.bobbin.emulator.python;

import java.time.Duration;

/**
 * What an engine waits for, and for how long.
 *
 * @param start until the interpreter is up
 * @param load until a module is loaded
 * @param memoryMegabytes what a child may use; 0 when there is no limit
 * @param watched whether the child cannot keep that limit by itself, so that it must be watched
 */
record EngineLimits(Duration start, Duration load, int memoryMegabytes, boolean watched) {

    private static final int IMPORT_LOG_LINES = 1000;

    /** A first start on a slow machine unpacks the standard library, which takes a while. */
    static EngineLimits withMemoryMegabytes(int memoryMegabytes) {
        return new EngineLimits(Duration.ofMinutes(2), Duration.ofSeconds(60), memoryMegabytes, false);
    }

    /** The same limits for a child that must be watched. */
    EngineLimits watchedByHost() {
        return new EngineLimits(start, load, memoryMegabytes, true);
    }

    /** How many lines logged while a module is loaded ahead are kept for its first call. */
    int importLogLines() {
        return IMPORT_LOG_LINES;
    }
}
