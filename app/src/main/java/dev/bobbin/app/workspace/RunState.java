package dev.bobbin.app.workspace;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The run's phase as an observable state machine. Moves are made by compare-and-set, on any thread: whoever finds the
 * world moved on is told so and does nothing. There is one run at a time, whoever started it.
 */
public final class RunState {

    /** What is run. */
    public enum Kind {
        /** One request, whose result is shown. */
        ONE,
        /** Many requests one after the other, whose results stand in a table. */
        MANY
    }

    private final AtomicReference<RunPhase> actual = new AtomicReference<>(RunPhase.IDLE);
    private final ReadOnlyObjectWrapper<RunPhase> shown = new ReadOnlyObjectWrapper<>(RunPhase.IDLE);
    private volatile Runnable stopper = () -> {};
    private Kind kind = Kind.ONE;

    /** The phase to show; changes on the thread that calls {@link #publish}. */
    public ReadOnlyObjectProperty<RunPhase> phaseProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The phase now. */
    public RunPhase phase() {
        return actual.get();
    }

    /** What is run now, or was last. On the FX thread. */
    public Kind kind() {
        return kind;
    }

    /** Moves on; false, and no move, when the phase is another. */
    public boolean move(RunPhase from, RunPhase to) {
        return actual.compareAndSet(from, to);
    }

    /** Shows the phase; on the FX thread. */
    public void publish() {
        shown.set(actual.get());
    }

    /**
     * Begins a run; false when one is under way. On the FX thread.
     *
     * @param begun what is run
     * @param newStopper ends the run when the user asks for it
     */
    public boolean begin(Kind begun, Runnable newStopper) {
        if (!move(RunPhase.IDLE, RunPhase.STARTING) && !move(RunPhase.DONE, RunPhase.STARTING)) {
            return false;
        }
        kind = begun;
        stopper = newStopper;
        publish();
        return true;
    }

    /** Asks the run to end; without effect when there is none or it was asked before. On the FX thread. */
    public void stop() {
        if (move(RunPhase.RUNNING, RunPhase.STOPPING) || move(RunPhase.STARTING, RunPhase.STOPPING)) {
            publish();
            stopper.run();
        }
    }

    /** The run has ended, however. On the FX thread. */
    public void end() {
        stopper = () -> {};
        for (RunPhase phase : RunPhase.values()) {
            if (phase.active() && move(phase, RunPhase.DONE)) {
                break;
            }
        }
        publish();
    }
}
