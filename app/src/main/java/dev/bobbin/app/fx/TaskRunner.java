package dev.bobbin.app.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The only way off the FX thread and back on it. View models use nothing else, so that their tests can replace it by a
 * runner that does everything on the calling thread.
 */
public interface TaskRunner {

    /**
     * Does work in the background.
     *
     * @param then receives the result, on the FX thread
     * @param failed receives what the work threw, on the FX thread
     */
    <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed);

    /** Does something on the FX thread: at once when called there, else soon. */
    void onFx(Runnable action);

    /** Does something on the FX thread after a while. */
    Delayed later(Duration delay, Runnable action);

    /** Something that will be done after a while. */
    @FunctionalInterface
    interface Delayed {

        /** Prevents it, when it has not begun. */
        void cancel();
    }
}
