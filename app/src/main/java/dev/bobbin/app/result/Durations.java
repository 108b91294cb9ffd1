package dev.bobbin.app.result;

import java.time.Duration;
import java.util.Locale;

/** Durations in the unit people expect. */
final class Durations {

    private Durations() {}

    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
    }
}
