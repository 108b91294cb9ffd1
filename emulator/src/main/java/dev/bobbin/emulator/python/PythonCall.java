package dev.bobbin.emulator.python;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.invoke.EngineCall;
import dev.bobbin.emulator.invoke.EngineListener;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineRequest;
import dev.bobbin.emulator.standin.HostCallException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One call from its start to its outcome. */
final class PythonCall implements EngineCall {

    /** The operation by which a function that has ended asks for room for its large result. */
    private static final String AWAIT_ROOM = "answer.room";

    private final int run;
    private final EngineRequest request;
    private final EngineListener listener;
    private final Executor executor;
    private final CompletableFuture<EngineOutcome> outcome = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    private final @Nullable ChildSession session;
    private volatile @Nullable Future<?> timer;

    /**
     * @param executor completes the outcome and carries out host calls
     * @param session carries the call out; null when there is none, and the call has to be ended by its maker
     */
    PythonCall(
            int run,
            EngineRequest request,
            EngineListener listener,
            Executor executor,
            @Nullable ChildSession session) {
        this.run = run;
        this.request = request;
        this.listener = listener;
        this.executor = executor;
        this.session = session;
    }

    int run() {
        return run;
    }

    EngineRequest request() {
        return request;
    }

    EngineListener listener() {
        return listener;
    }

    boolean hasEnded() {
        return ended.get();
    }

    @Override
    public CompletableFuture<EngineOutcome> outcome() {
        return outcome.copy();
    }

    @Override
    public void stop() {
        @Nullable ChildSession carrier = session;
        if (carrier != null && !hasEnded()) {
            executor.execute(() -> carrier.stop(this));
        }
    }

    /** Keeps what ends this call by time; it is cancelled when the call ends otherwise. */
    void limitedBy(Future<?> newTimer) {
        timer = newTimer;
        if (hasEnded()) {
            newTimer.cancel(false);
        }
    }

    /** Ends the call. Only the first outcome counts. @return whether it was the first */
    boolean end(EngineOutcome how) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        cancelTimer();
        // Not on this thread: it may be the one that reads the child, or the user's.
        outcome.completeAsync(() -> how, executor);
        return true;
    }

    private void cancelTimer() {
        @Nullable Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    /** Carries out a host call in the background. @param reply takes the message that answers it */
    void answer(ChildMessage.Host call, Consumer<String> reply) {
        executor.execute(() -> reply.accept(MessageWriter.hostAnswer(call, json -> callHost(call, json))));
    }

    private void callHost(ChildMessage.Host call, JsonGenerator json) throws IOException, HostCallException {
        if (call.operation().equals(AWAIT_ROOM)) {
            cancelTimer();
            listener.awaitRoom(call.arguments().path("characters").asLong());
            json.writeNull();
            return;
        }
        listener.host().call(call.operation(), call.arguments(), json);
    }
}
