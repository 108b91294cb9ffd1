package dev.bobbin.app.services;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invoker;
import org.jspecify.annotations.Nullable;

/**
 * Python for requests from outside and for examples, apart from the one the window runs functions in: what is stopped or
 * crashes in one does not touch the other. Started when it is first needed.
 */
public final class SideEngine implements AutoCloseable {

    private static final int MOST = 4;

    private final String name;

    private @Nullable EnginePool pool;
    private boolean closed;

    /** @param name of the engine, as the settings choose it */
    public SideEngine(String name) {
        this.name = name;
    }

    /** Its name, which the history shows. */
    String name() {
        return name;
    }

    /** @throws IllegalStateException when the window is being closed */
    synchronized Invoker invoker() {
        if (closed) {
            throw new IllegalStateException("Bobbin is being closed.");
        }
        EnginePool present = pool;
        if (present == null) {
            int cores = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
            present = new EnginePool(this::engine, cores, cores + 2);
            pool = present;
        }
        return Emulator.invoker(present);
    }

    private FunctionEngine engine() {
        return Emulator.engine(name).orElseThrow(() -> new IllegalStateException("there is no engine " + name));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
    }
}
