package dev.bobbin.app.data.page;

import dev.bobbin.app.fx.Batcher;
import dev.bobbin.app.fx.TaskRunner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Something that counts as it goes and can be cancelled: an import, an export, a copy. One at a time. */
public final class Job {

    /** What it does. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * @param progress hears, on any thread, how far it is
         * @return what came of it; as a number: how many there were, -1 when it was cancelled
         */
        T run(Progress progress) throws Exception;
    }

    /** What the work asks and tells. */
    public interface Progress {
        void reached(long count);

        boolean cancelled();
    }

    private final TaskRunner tasks;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private AtomicBoolean cancelled = new AtomicBoolean();

    public Job(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Whether it is going on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far it is, or how it ended, in words; empty before it began. */
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Ends it soon. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Forgets how the last one ended. */
    public void clear() {
        state.set("");
    }

    /**
     * Starts it, when nothing else is going on.
     *
     * @param words say how far it is
     * @param done says how it ended
     * @param failed says why it could not be done
     */
    public <T> void start(
            Work<T> work, LongFunction<String> words, Function<T, String> done, Consumer<Exception> failed) {
        if (running.get()) {
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        running.set(true);
        state.set(words.apply(0));
        Batcher<Long> reached = new Batcher<>(tasks, 1, (batch, _) -> {
            if (running.get() && cancelled == stop) {
                state.set(words.apply(batch.getLast()));
            }
        });
        Progress progress = new Progress() {
            @Override
            public void reached(long count) {
                reached.add(count);
            }

            @Override
            public boolean cancelled() {
                return stop.get();
            }
        };
        tasks.run(
                () -> work.run(progress),
                result -> {
                    running.set(false);
                    state.set(done.apply(result));
                },
                e -> {
                    running.set(false);
                    state.set("");
                    failed.accept(e);
                });
    }
}
