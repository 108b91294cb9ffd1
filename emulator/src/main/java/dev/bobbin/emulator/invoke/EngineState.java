package dev.bobbin.emulator.invoke;

/** What an engine is doing, for a status bar. */
public sealed interface EngineState {

    /** Not started yet, or closed. */
    record Off() implements EngineState {}

    /** The interpreter is starting or loading the item's code. */
    record WarmingUp() implements EngineState {}

    /** The next call starts at once. */
    record Ready(String pythonVersion) implements EngineState {}

    /** Cannot start. @param reason in plain words, with what to do */
    record Broken(String reason) implements EngineState {}
}
