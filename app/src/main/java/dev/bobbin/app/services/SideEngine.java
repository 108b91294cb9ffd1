package dev.bobbin.app.services;

import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invoker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

    private final List<Consumer<EngineState>> listeners = new CopyOnWriteArrayList<>();

    private boolean closed;

    /** @param chosen the engine to use from now on */
    public SideEngine(Supplier<EngineChoice> chosen) {
        this.chosen = chosen;
    }

    /** Tells the state of what is started, now and whenever it changes, on any thread. */
    synchronized void onState(Consumer<EngineState> listener) {
        listeners.add(listener);
        pools.values().forEach(pool -> pool.onState(listener));
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
        return Emulator.invoker(pools.computeIfAbsent(choice, this::pool));
    }

    private EnginePool pool(EngineChoice choice) {
        int cores = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
        EnginePool pool = new EnginePool(() -> engine(choice), cores, cores + 2);
        listeners.forEach(pool::onState);
        return pool;
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
