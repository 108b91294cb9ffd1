package dev.bobbin.emulator.invoke;

/** Receives what a function does while it runs; called on the engine's threads, in order. */
@FunctionalInterface
public interface InvocationListener {

    /** A line was logged or printed. */
    void log(LogLine line);

    /** A streamed response begins. */
    default void stream(StreamHead head) {}

    /** A piece of a streamed response was made; the whole is the result's output. */
    default void chunk(StreamChunk chunk) {}

    /**
     * The function has ended with a large result, which is handed over when this returns: may wait until there is room.
     * Time limits do not count this time. The invocation may end otherwise meanwhile, when it is stopped.
     *
     * @param characters length of the result's JSON text
     */
    default void awaitRoom(long characters) {}
}
