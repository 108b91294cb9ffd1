package dev.bobbin.emulator.invoke;

import java.time.Instant;

/** A line a function logged or printed, live while it runs. */
public record LogLine(Instant time, Level level, String message) {

    /** Levels of the portal; {@code print} counts as {@link #PRINT} and is shown as information. */
    public enum Level {
        DEBUG,
        PRINT,
        INFO,
        WARNING,
        ERROR,
        CRITICAL
    }
}
