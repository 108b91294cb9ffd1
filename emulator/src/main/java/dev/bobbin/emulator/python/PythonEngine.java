package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.EngineCall;
import dev.bobbin.emulator.invoke.EngineListener;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineRequest;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.ItemCode;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine on child processes: keeps one ready, replaces one that is lost, and leaves everything about a single process
 * to its {@link ChildSession}.
 */
public final class PythonEngine implements FunctionEngine {

    private final String name;
    private final List<String> command;
    private final EngineLimits limits;
    private final AtomicInteger runs = new AtomicInteger();
    private final List<Consumer<EngineState>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(daemon("engine work"));
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(daemon("engine timer"));
    private EngineState state = new EngineState.Off();
    private @Nullable ChildSession current;
    private @Nullable ItemCode latest;
    private boolean closed;

    PythonEngine(String name, List<String> command, EngineLimits limits) {
        this.name = name;
        this.command = List.copyOf(command);
        this.limits = limits;
    }

    /** The engine that is always there: GraalPy in a Java process of its own. */
    public static PythonEngine embedded(EngineLaunch launch) {
        return new PythonEngine("embedded", launch.command(), EngineLimits.withHeapMegabytes(launch.heapMegabytes()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void onState(Consumer<EngineState> listener) {
        EngineState present;
        synchronized (this) {
            listeners.add(listener);
            present = state;
        }
        listener.accept(present);
    }

    /** Starts the process in the background, before any code is known. */
    public void warmUp() {
        executor.execute(this::session);
    }

    @Override
    public void prepare(ItemCode code) {
        executor.execute(() -> {
            @Nullable ChildSession session = session();
            if (session != null) {
                remember(code);
                session.prepare(code);
            }
        });
    }

    @Override
    public EngineCall start(ItemCode code, EngineRequest request, EngineListener listener) {
        @Nullable ChildSession session = session();
        PythonCall call = new PythonCall(runs.incrementAndGet(), request, listener, executor, session);
        if (session == null) {
            call.end(new EngineOutcome.ProcessLost(brokenReason()));
        } else {
            remember(code);
            session.run(code, call);
        }
        return call;
    }

    @Override
    public void close() {
        @Nullable ChildSession session;
        synchronized (this) {
            closed = true;
            session = current;
        }
        if (session != null) {
            session.end("The engine was closed.");
        }
        timers.shutdownNow();
        tell(new EngineState.Off());
    }

    /** Id of the present child process; for tests that end it from outside. */
    synchronized OptionalLong pid() {
        return current == null ? OptionalLong.empty() : OptionalLong.of(current.pid());
    }

    private synchronized @Nullable ChildSession session() {
        if (closed) {
            return null;
        }
        if (current == null || current.hasEnded()) {
            tell(new EngineState.WarmingUp());
            try {
                current = new ChildSession(command, limits, timers, new Follower());
            } catch (IOException e) {
                current = null;
                tell(new EngineState.Broken("Python could not be started: " + e.getMessage()));
            }
        }
        return current;
    }

    private synchronized String brokenReason() {
        return state instanceof EngineState.Broken(String reason) ? reason : "The engine has been closed.";
    }

    private synchronized void remember(ItemCode code) {
        latest = code;
    }

    private synchronized void tell(EngineState next) {
        if (!next.equals(state)) {
            state = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    /** Follows the present session and replaces it when it ends. */
    private final class Follower implements ChildSession.Owner {

        @Override
        public void changed(ChildSession session) {
            @Nullable String version = session.readyVersion();
            synchronized (PythonEngine.this) {
                if (session == current && !closed && !session.hasEnded()) {
                    tell(version == null ? new EngineState.WarmingUp() : new EngineState.Ready(version));
                }
            }
        }

        @Override
        public void ended(ChildSession session, boolean reload, String reason) {
            @Nullable ItemCode code;
            synchronized (PythonEngine.this) {
                if (closed || session != current) {
                    return;
                }
                current = null;
                code = reload ? latest : null;
                if (!session.hasStarted()) {
                    tell(new EngineState.Broken(reason));
                    return;
                }
            }
            if (code == null) {
                warmUp();
            } else {
                prepare(code);
            }
        }
    }
}
