package dev.bobbin.app.l10n;

import java.time.Duration;

/** Durations in the unit people expect. */
public final class Durations {

    private Durations() {}

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
