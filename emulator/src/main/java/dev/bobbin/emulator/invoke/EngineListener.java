package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.standin.HostService;

/** Receives what happens during one call; called on the engine's threads. */
public interface EngineListener {

    /** The function is called: Python is there, its code is loaded, and its time limit counts from now on. */
    default void begun() {}

    /** A line was logged or printed. */
    void log(LogLine line);

    /** A streamed response begins. */
    default void stream(StreamHead head) {}

    /** A piece of a streamed response has been made. */
    default void chunk(StreamChunk chunk) {}

    /**
     * The function has ended with a large result, which is handed over when this returns: may wait until there is room.
     * It need not have been handed over when the call ends otherwise meanwhile.
     *
     * @param characters length of the result's JSON text
     */
    default void awaitRoom(long characters) {}

    /** Answers the function's calls to data. */
    HostService host();
}
