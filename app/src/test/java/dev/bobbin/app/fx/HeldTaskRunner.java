package dev.bobbin.app.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Holds background work back until a test says that it ends, in the order that the test wants. */
public final class HeldTaskRunner extends SameThreadTaskRunner {

    private final Deque<Runnable> held = new ArrayDeque<>();

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        held.push(() -> super.run(work, then, failed));
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
