package dev.bobbin.app.workspace;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The run's phase as an observable state machine. Moves are made by compare-and-set, on any thread: whoever finds the
 * world moved on is told so and does nothing.
 */
public final class RunState {

    private final AtomicReference<RunPhase> actual = new AtomicReference<>(RunPhase.IDLE);
    private final ReadOnlyObjectWrapper<RunPhase> shown = new ReadOnlyObjectWrapper<>(RunPhase.IDLE);

    /** The phase to show; changes on the thread that calls {@link #publish}. */
    public ReadOnlyObjectProperty<RunPhase> phaseProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The phase now. */
    public RunPhase phase() {
        return actual.get();
    }

    /** Moves on; false, and no move, when the phase is another. */
    public boolean move(RunPhase from, RunPhase to) {
        return actual.compareAndSet(from, to);
    }

    /** Shows the phase; on the FX thread. */
    public void publish() {
        shown.set(actual.get());
    }
}
