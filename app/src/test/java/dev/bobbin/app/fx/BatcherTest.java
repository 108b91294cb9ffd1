package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BatcherTest {

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<List<Integer>> batches = new ArrayList<>();
    private long dropped;

    private final Batcher<Integer> batcher = new Batcher<>(new WaitingRunner(), 3, (batch, left) -> {
        batches.add(batch);
        dropped += left;
    });

    @Test
    void thingsAddedBeforeTheFxThreadComesToThemArriveTogether() {
        batcher.add(1);
        batcher.add(2);
        runWaiting();
        assertThat(batches).containsExactly(List.of(1, 2));
    }

    @Test
    void ofAFloodOnlyTheNewestArriveAndTheRestIsCounted() {
        for (int i = 0; i < 200_000; i++) {
            batcher.add(i);
        }
        runWaiting();
        assertThat(batches).containsExactly(List.of(199_997, 199_998, 199_999));
        assertThat(dropped).isEqualTo(199_997);
    }

    @Test
    void theFxThreadIsAskedOnceABatch() {
        batcher.add(1);
        batcher.add(2);
        assertThat(waiting).hasSize(1);
        runWaiting();
        batcher.add(3);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void flushingDeliversWhatWaitsAndNothingTwice() {
        batcher.add(1);
        batcher.flush();
        runWaiting();
        assertThat(batches).containsExactly(List.of(1));
    }

    private void runWaiting() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        now.forEach(Runnable::run);
    }

    private final class WaitingRunner implements TaskRunner {
        @Override
        public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
            throw new AssertionError("a batcher does no work of its own");
        }

        @Override
        public void onFx(Runnable action) {
            waiting.add(action);
        }

        @Override
        public Delayed later(Duration delay, Runnable action) {
            waiting.add(action);
            return () -> waiting.remove(action);
        }
    }
}
