package dev.bobbin.app.workspace;

/** Where a run is on its way. */
public enum RunPhase {
    /** Nothing has been run since the item was opened. */
    IDLE,
    /** The engine warms up or loads the code. */
    STARTING,
    /** The function runs. */
    RUNNING,
    /** Stop was pressed; the run has not ended yet. */
    STOPPING,
    /** The last run has ended. */
    DONE;

    /** Whether a run is under way. */
    public boolean active() {
        return this == STARTING || this == RUNNING || this == STOPPING;
    }
}
