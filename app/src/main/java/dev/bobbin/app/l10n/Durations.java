package dev.bobbin.app.l10n;

import java.time.Duration;

/** Durations in the unit people expect. */
public final class Durations {

    /** A shorter wait for an engine nobody asks about. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    private Durations() {}

    /** How long a function took, and how long it had to wait for its engine when that is worth telling. */
    public static String text(Duration duration, Duration waited) {
        return waited.compareTo(WORTH_TELLING) < 0
                ? text(duration)
                : Messages.text("run.took.waited", text(duration), text(waited));
    }

    /** With one decimal from a second on. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Messages.language(), "%.1f s", millis / 1000.0);
        }
        return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
    }
}
