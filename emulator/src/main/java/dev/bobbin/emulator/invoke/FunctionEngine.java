package dev.bobbin.emulator.invoke;

import java.util.function.Consumer;

/**
 * Runs Python. An engine owns child processes and never shares a heap with its user: whatever a function does costs a
 * child only.
 */
public interface FunctionEngine extends AutoCloseable {

    /** Name on the command line: {@code embedded} or {@code cpython}. */
    String name();

    /** Tells every change of state, first the present one; on any thread. */
    void onState(Consumer<EngineState> listener);

    /** Starts what every call needs, before any code is known; in the background. Engines without such a thing do nothing. */
    default void warmUp() {}

    /** Makes the next call of this code quick: starts what is needed and loads the module, in the background. */
    void prepare(ItemCode code);

    /** Starts a call; returns at once. Code other than that of the call before gets a fresh module state. */
    EngineCall start(ItemCode code, EngineRequest request, EngineListener listener);

    /** The command that installs what brings a module; empty where nothing can be installed. */
    String installCommand(String module);

    /** Ends all child processes. */
    @Override
    void close();
}
