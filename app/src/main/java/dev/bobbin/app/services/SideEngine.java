package dev.bobbin.app.services;

import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invoker;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Python for requests from outside and for examples, apart from the one the window runs functions in: what is stopped or
 * crashes in one does not touch the other. Started when it is first needed.
 */
public final class SideEngine implements AutoCloseable {

    private static final int MOST = 4;

    private final Supplier<EngineChoice> chosen;

    /** What was started for a choice serves on, also when another one has been made since. */
    private final Map<EngineChoice, EnginePool> pools = new HashMap<>();

    private boolean closed;

    /** @param chosen the engine to use from now on */
    public SideEngine(Supplier<EngineChoice> chosen) {
        this.chosen = chosen;
    }

    /** Its name, which the history shows. */
    String name() {
        return chosen.get().name();
    }

    /** The chosen engine. @throws IllegalStateException when the window is being closed */
    Invoker invoker() {
        return invoker(chosen.get());
    }

    /** An engine. @throws IllegalStateException when the window is being closed */
    synchronized Invoker invoker(EngineChoice choice) {
        if (closed) {
            throw new IllegalStateException("Bobbin is being closed.");
        }
        return Emulator.invoker(pools.computeIfAbsent(choice, SideEngine::pool));
    }

    private static EnginePool pool(EngineChoice choice) {
        int cores = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
        return new EnginePool(() -> engine(choice), cores, cores + 2);
    }

    private static FunctionEngine engine(EngineChoice choice) {
        return Emulator.engine(choice.name(), choice.options())
                .orElseThrow(() -> new IllegalStateException("there is no engine " + choice.name()));
    }

    @Override
    public synchronized void close() {
        closed = true;
        pools.values().forEach(EnginePool::close);
    }
}
