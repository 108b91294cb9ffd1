package dev.bobbin.app.run;

import static dev.bobbin.app.l10n.Messages.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** How long something has been going on, in whole seconds, and how long it may. Does not tick by itself. */
final class RunClock {

    private final InstantSource time;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private @Nullable Instant began;
    private @Nullable Duration limit;

    RunClock(InstantSource time) {
        this.time = time;
    }

    /** Begins anew. @param newLimit after which it is ended; null when there is none */
    void start(@Nullable Duration newLimit) {
        began = time.instant();
        limit = newLimit;
        words.set("");
    }

    /** Tells nothing more. */
    void stop() {
        began = null;
        words.set("");
    }

    /** Takes a look at the time. */
    void tick() {
        if (began == null) {
            return;
        }
        long seconds = Duration.between(began, time.instant()).toSeconds();
        Duration most = limit;
        words.set(
                seconds < 1
                        ? ""
                        : most == null
                                ? text("run.seconds", seconds)
                                : text("run.secondsOf", seconds, most.toSeconds()));
    }

    /** The seconds in words; empty in the first one. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
