package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.EngineCall;
import dev.bobbin.emulator.invoke.EngineListener;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineRequest;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.service.EngineFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine on child processes: keeps one ready, replaces one that is lost or used up, and leaves everything about a
 * single process to its {@link ChildSession}, and what sets engines apart to its {@link ChildLaunch}.
 */
public final class PythonEngine implements FunctionEngine {

    private static final long WORK_STACK_BYTES = 64L << 20;

    private final ChildLaunch launch;
    private final AtomicInteger runs = new AtomicInteger();
    private final List<Consumer<EngineState>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(work());
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor(daemon("engine timer"));

    /** Every session whose process may still be there. */
    private final Set<ChildSession> sessions = new HashSet<>();

    private EngineState state = new EngineState.Off();
    private @Nullable ChildSession current;
    private @Nullable ChildSession spare;
    private @Nullable ItemCode latest;
    private @Nullable EngineFault broken;
    private boolean closed;

    PythonEngine(ChildLaunch launch) {
        this.launch = launch;
    }

    /** The engine that is always there: GraalPy in a Java process of its own. */
    public static PythonEngine embedded(EngineLaunch launch) {
        return new PythonEngine(new EmbeddedLaunch(launch));
    }

    /**
     * The engine on the user's own Python.
     *
     * @param pythonHome folder of the worker's Python files
     * @param memoryMegabytes what a process of it may use
     */
    public static PythonEngine cpython(PythonFinder finder, Path pythonHome, int memoryMegabytes) {
        // Of the systems with setrlimit, only Linux counts what a process allocates.
        boolean keepsLimit = System.getProperty("os.name", "").equals("Linux");
        return new PythonEngine(new CpythonLaunch(finder, pythonHome, memoryMegabytes, keepsLimit));
    }

    @Override
    public String name() {
        return launch.engineName();
    }

    @Override
    public String installCommand(String module) {
        @Nullable ChildCommand command;
        synchronized (this) {
            command = current == null ? null : current.command();
        }
        return launch.installCommand(module, command);
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
    @Override
    public void warmUp() {
        executor.execute(() -> session(null));
    }

    @Override
    public void prepare(ItemCode code) {
        executor.execute(() -> {
            synchronized (this) {
                @Nullable ChildSession session = session(code);
                if (session != null) {
                    latest = code;
                    session.prepare(code);
                }
            }
        });
    }

    @Override
    public synchronized EngineCall start(ItemCode code, EngineRequest request, EngineListener listener) {
        @Nullable ChildSession session = session(code);
        PythonCall call = new PythonCall(runs.incrementAndGet(), request, listener, executor, session);
        if (session == null) {
            call.end(new EngineOutcome.ProcessLost(brokenBy()));
        } else {
            latest = code;
            session.run(code, call);
        }
        return call;
    }

    @Override
    public void close() {
        List<ChildSession> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(sessions);
        }
        all.forEach(session -> session.end(new EngineFault(EngineFault.Kind.CLOSED)));
        timers.shutdownNow();
        tell(new EngineState.Off());
    }

    /** Id of the present child process; for tests that end it from outside. */
    synchronized OptionalLong pid() {
        return current == null ? OptionalLong.empty() : OptionalLong.of(current.pid());
    }

    /** The session that takes calls of this code; null when there can be none. */
    private synchronized @Nullable ChildSession session(@Nullable ItemCode code) {
        @Nullable ChildSession present = current;
        if (closed || (present != null && present.accepts(code))) {
            return closed ? null : present;
        }
        @Nullable ChildSession next = freshSession(code);
        current = next;
        if (present != null) {
            present.retire();
        }
        if (next != null) {
            tell(stateOf(next));
        }
        return next;
    }

    private @Nullable ChildSession freshSession(@Nullable ItemCode code) {
        try {
            ChildCommand command =
                    launch.command(code == null ? null : code.script().getParent());
            @Nullable ChildSession kept = spare;
            spare = null;
            if (kept != null && kept.accepts(code) && kept.command().equals(command)) {
                return kept;
            }
            if (kept != null) {
                kept.retire();
            }
            return newSession(command);
        } catch (IOException e) {
            broken = new EngineFault(EngineFault.Kind.NO_PYTHON, "reason", e.getMessage());
            tell(new EngineState.Broken(String.valueOf(e.getMessage())));
            return null;
        }
    }

    private ChildSession newSession(ChildCommand command) throws IOException {
        ChildSession session = new ChildSession(command, launch, timers, new Follower());
        sessions.add(session);
        if (launch.limits().watched()) {
            MemoryWatch.start(session, launch.limits().memoryMegabytes());
        }
        return session;
    }

    /** Keeps a process ready for the next version of the code, where a process cannot do that itself. */
    private synchronized void keepSpare(ChildSession beside) {
        if (launch.holdsManyVersions() || closed || beside != current || spare != null) {
            return;
        }
        try {
            spare = newSession(beside.command());
        } catch (IOException e) {
            // The next change of the code will try again, and tell.
            spare = null;
        }
    }

    private synchronized EngineFault brokenBy() {
        EngineFault known = broken;
        return known == null || closed ? new EngineFault(EngineFault.Kind.CLOSED) : known;
    }

    private static EngineState stateOf(ChildSession session) {
        @Nullable String version = session.readyVersion();
        return version == null ? new EngineState.WarmingUp(!session.hasStarted()) : new EngineState.Ready(version);
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

    /** With room for statements of some ten thousand terms, which are bound by recursion; it is taken only when it is needed. */
    private static ThreadFactory work() {
        return Thread.ofPlatform()
                .daemon()
                .name("engine work")
                .stackSize(WORK_STACK_BYTES)
                .factory();
    }

    /** Follows a session; the present one is replaced when it ends. */
    private final class Follower implements ChildSession.Owner {

        @Override
        public void changed(ChildSession session) {
            EngineState now = stateOf(session);
            synchronized (PythonEngine.this) {
                if (session == current && !closed && session.accepts(null)) {
                    tell(now);
                    if (now instanceof EngineState.Ready && session.isUsed()) {
                        executor.execute(() -> keepSpare(session));
                    }
                }
            }
        }

        @Override
        public void retired(ChildSession session, boolean reload, EngineFault fault) {
            @Nullable ItemCode code;
            synchronized (PythonEngine.this) {
                if (session == spare) {
                    spare = null;
                }
                if (closed || session != current) {
                    return;
                }
                current = null;
                code = reload ? latest : null;
                if (!session.hasStarted()) {
                    broken = fault;
                    tell(new EngineState.Broken(fault.text()));
                    return;
                }
                // Told before the call that ended it: whoever hears of that must not take this engine for ready.
                tell(new EngineState.WarmingUp());
            }
            if (code == null) {
                warmUp();
            } else {
                prepare(code);
            }
        }

        @Override
        public void gone(ChildSession session) {
            synchronized (PythonEngine.this) {
                sessions.remove(session);
            }
        }
    }
}
