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

    private static final String ENGINE = "embedded";
    private static final int MOST = 4;

    private @Nullable EnginePool pool;
    private boolean closed;

    /** @throws IllegalStateException when the window is being closed */
    synchronized Invoker invoker() {
        if (closed) {
            throw new IllegalStateException("Bobbin is being closed.");
        }
        EnginePool present = pool;
        if (present == null) {
            int cores = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
            present = new EnginePool(SideEngine::engine, cores, cores + 2);
            pool = present;
        }
        return Emulator.invoker(present);
    }

    private static FunctionEngine engine() {
        return Emulator.engine(ENGINE).orElseThrow(() -> new IllegalStateException("there is no engine " + ENGINE));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
    }
}
