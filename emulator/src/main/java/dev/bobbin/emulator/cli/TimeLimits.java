package dev.bobbin.emulator.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads time limits. */
final class TimeLimits {

    private TimeLimits() {}

    /** @throws CliFailure when the number is not positive, or longer than a day */
    static @Nullable Duration ofSeconds(@Nullable Double seconds) throws CliFailure {
        if (seconds == null) {
            return null;
        }
        if (!(seconds > 0 && seconds <= Duration.ofDays(1).toSeconds())) {
            throw new CliFailure("A time limit is a number of seconds above 0 and up to a day, not " + seconds + ".");
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }
}
