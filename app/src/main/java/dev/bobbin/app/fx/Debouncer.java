package dev.bobbin.app.fx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Does something once its causes have paused: after the last of many quick calls. For use on the FX thread. */
public final class Debouncer {

    private final TaskRunner tasks;
    private final Duration pause;
    private TaskRunner.@Nullable Delayed pending;

    /** @param pause how long nothing must happen */
    public Debouncer(TaskRunner tasks, Duration pause) {
        this.tasks = tasks;
        this.pause = pause;
    }

    /** Asks for the action; an earlier one that has not begun is forgotten. */
    public void call(Runnable action) {
        cancel();
        pending = tasks.later(pause, action);
    }

    /** Forgets what was asked for. */
    public void cancel() {
        if (pending != null) {
            pending.cancel();
            pending = null;
        }
    }
}
