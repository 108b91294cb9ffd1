package dev.bobbin.app.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does everything at once on the calling thread, so that view models are tested without toolkit and without waiting. */
public class SameThreadTaskRunner implements TaskRunner {

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        then.accept(result);
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
}
