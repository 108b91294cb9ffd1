package dev.bobbin.app.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work in the background that is asked for again and again: only what was asked for last counts, so that a late answer to an
 * earlier question never takes its place. Used on the FX thread.
 */
public final class NewestTask {

    private final TaskRunner tasks;
    private long asked;

    public NewestTask(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /**
     * Does work in the background, in place of all that was asked for before.
     *
     * @param then receives the result, on the FX thread, unless there was another question meanwhile
     * @param failed receives what the work threw, on the FX thread, unless there was another question meanwhile
     */
    public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
        long number = ++asked;
        tasks.run(
                work,
                result -> {
                    if (number == asked) {
                        then.accept(result);
                    }
                },
                e -> {
                    if (number == asked) {
                        failed.accept(e);
                    }
                });
    }

    /** Forgets what was asked for: nobody wants the answer any more. */
    public void forget() {
        asked++;
    }
}
