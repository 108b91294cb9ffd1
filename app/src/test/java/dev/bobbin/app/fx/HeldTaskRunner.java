package dev.bobbin.app.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Holds work back until a test says that it ends, in the order that the test wants. */
public final class HeldTaskRunner implements TaskRunner {

    private final Deque<Runnable> held = new ArrayDeque<>();
    private final TaskRunner atOnce = new SameThreadTaskRunner();

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        held.push(() -> atOnce.run(work, then, failed));
    }

    @Override
    public void onFx(Runnable action) {
        action.run();
    }

    @Override
    public Delayed later(Duration delay, Runnable action) {
        action.run();
        return () -> {};
    }

    /** Ends what has begun last. */
    public void endNewest() {
        held.pop().run();
    }

    /** Ends all that has begun, and what begins of it, the newest first. */
    public void endNewestFirst() {
        while (!held.isEmpty()) {
            endNewest();
        }
    }
}
