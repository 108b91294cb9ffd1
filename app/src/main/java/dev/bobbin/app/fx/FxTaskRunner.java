package dev.bobbin.app.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Background threads beside the real FX thread. */
public final class FxTaskRunner implements TaskRunner, AutoCloseable {

    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("bench-work-", 1).daemon().factory());
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bench-clock").daemon().factory());

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        if (workers.isShutdown()) {
            // The window is gone; nobody waits for the result.
            return;
        }
        workers.execute(() -> {
            try {
                T result = work.call();
                onFx(() -> then.accept(result));
            } catch (Exception e) {
                onFx(() -> failed.accept(e));
            } catch (Error e) {
                // Running out of memory over a huge result, say: the user is told, the bench goes on.
                onFx(() -> failed.accept(new IllegalStateException(e.toString(), e)));
            }
        });
    }

    @Override
    public void onFx(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    @Override
    public Delayed later(Duration delay, Runnable action) {
        if (clock.isShutdown()) {
            // The window is gone; nobody waits for it.
            return () -> {};
        }
        ScheduledFuture<?> timer =
                clock.schedule(() -> Platform.runLater(action), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> timer.cancel(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }
}
