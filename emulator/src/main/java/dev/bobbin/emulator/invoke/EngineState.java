package dev.bobbin.emulator.invoke;

/** What an engine is doing, for a status bar. */
public sealed interface EngineState {

    /** Not started yet, or closed. */
    record Off() implements EngineState {}

    /**
     * The interpreter is starting or loading the item's code.
     *
     * @param starting whether there is no interpreter yet; it may be the first or take the place of one that was ended
     */
    record WarmingUp(boolean starting) implements EngineState {

        /** The interpreter is starting. */
        public WarmingUp() {
            this(true);
        }
    }

    /** The next call starts at once. */
    record Ready(String pythonVersion) implements EngineState {}

    /** Cannot start. @param reason in plain words, with what to do */
    record Broken(String reason) implements EngineState {}
}
