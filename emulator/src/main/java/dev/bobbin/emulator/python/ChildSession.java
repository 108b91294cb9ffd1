package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One child process with the modules loaded and the calls made in it. Every call ends, whatever becomes of the process.
 */
final class ChildSession implements ChildProcess.Listener {

    /** What a session tells its engine. */
    interface Owner {

        /** It became ready or busy. */
        void changed(ChildSession session);

        /**
         * Its process is gone, or is being ended, and takes no more calls.
         *
         * @param reload whether the code it had loaded is worth loading again at once
         */
        void ended(ChildSession session, boolean reload, String reason);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ChildSession.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<Integer, LoadedModule> modules = new LinkedHashMap<>();
    private final EngineLimits limits;
    private final ScheduledExecutorService timers;
    private final Owner owner;
    private final ChildProcess process;
    private final Future<?> startTimer;
    private int moduleNumbers;
    private @Nullable String pythonVersion;
    private @Nullable String endReason;

    /** @throws IOException when the command cannot be started */
    ChildSession(List<String> command, EngineLimits limits, ScheduledExecutorService timers, Owner owner)
            throws IOException {
        this.limits = limits;
        this.timers = timers;
        this.owner = owner;
        lock.lock();
        try {
            process = ChildProcess.start(command, this);
            startTimer = after(
                    limits.start(),
                    () -> end("Python did not start within " + limits.start().toSeconds() + " seconds."));
        } finally {
            lock.unlock();
        }
    }

    long pid() {
        return process.pid();
    }

    /** The version of Python when the next call starts at once; null while it is starting or loading. */
    @Nullable
    String readyVersion() {
        lock.lock();
        try {
            return modules.values().stream().allMatch(module -> module.loaded) ? pythonVersion : null;
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return endReason != null;
        } finally {
            lock.unlock();
        }
    }

    /** Whether Python has been up, so that a new process is likely to come up, too. */
    boolean hasStarted() {
        lock.lock();
        try {
            return pythonVersion != null;
        } finally {
            lock.unlock();
        }
    }

    /** Loads code ahead of the first call. */
    void prepare(ItemCode code) {
        lock.lock();
        try {
            if (endReason == null) {
                module(code);
            }
        } finally {
            lock.unlock();
        }
        owner.changed(this);
    }

    /** Makes a call as soon as its code is loaded. */
    void run(ItemCode code, PythonCall call) {
        lock.lock();
        try {
            if (endReason != null) {
                call.end(new EngineOutcome.ProcessLost(endReason));
                return;
            }
            LoadedModule module = module(code);
            module.waiting.add(call);
            if (module.loaded) {
                startWaiting(module);
            }
        } finally {
            lock.unlock();
        }
        owner.changed(this);
    }

    /** Ends a call, together with the process when the call has reached it. */
    void stop(PythonCall call) {
        abort(call, new EngineOutcome.Stopped(), "Python was restarted because another run was stopped.");
    }

    /** Ends the process; calls under way get the reason. */
    void end(String reason) {
        finish(false, reason);
        process.destroy();
    }

    @Override
    public void message(ChildMessage message) {
        switch (message) {
            case ChildMessage.Ready ready -> ready(ready.pythonVersion());
            case ChildMessage.Loaded loaded -> loaded(loaded.module());
            case ChildMessage.LoadFailed failed -> loadFailed(failed);
            case ChildMessage.Log log -> log(log.run(), log.line());
            case ChildMessage.Host host -> host(host);
            case ChildMessage.Result result -> result(result);
            case ChildMessage.Unknown unknown -> LOG.warn("Dropped a line that is no message: {}", shortened(unknown));
        }
    }

    @Override
    public void ended(int exitCode, String lastWords) {
        finish(false, EndReason.of(exitCode, hasStarted(), lastWords, limits.heapMegabytes()));
    }

    private void ready(String version) {
        lock.lock();
        try {
            if (pythonVersion != null) {
                return;
            }
            pythonVersion = version;
            startTimer.cancel(false);
            modules.values().forEach(this::limitLoading);
        } finally {
            lock.unlock();
        }
        owner.changed(this);
    }

    private void loaded(int number) {
        lock.lock();
        try {
            LoadedModule module = modules.get(number);
            if (module == null) {
                return;
            }
            module.loaded = true;
            cancel(module.timer);
            startWaiting(module);
        } finally {
            lock.unlock();
        }
        owner.changed(this);
    }

    private void loadFailed(ChildMessage.LoadFailed failed) {
        lock.lock();
        try {
            LoadedModule module = modules.remove(failed.module());
            if (module == null) {
                return;
            }
            cancel(module.timer);
            process.send(MessageWriter.unload(module.number));
            module.waiting.forEach(
                    call -> call.end(new EngineOutcome.LoadFailed(failed.traceback(), failed.missingModule())));
        } finally {
            lock.unlock();
        }
        owner.changed(this);
    }

    /** Lines logged outside a run belong to the module that is being loaded, or else to the calls of the newest one. */
    private void log(int run, LogLine line) {
        List<PythonCall> receivers = new ArrayList<>();
        lock.lock();
        try {
            @Nullable PythonCall caller = running(run);
            if (caller != null) {
                receivers.add(caller);
            } else if (run == 0 && !modules.isEmpty()) {
                LoadedModule newest = newest();
                receivers.addAll(newest.loaded ? newest.running : newest.waiting);
                if (receivers.isEmpty() && newest.importLogs.size() < limits.importLogLines()) {
                    newest.importLogs.add(line);
                }
            }
        } finally {
            lock.unlock();
        }
        receivers.forEach(call -> call.listener().log(line));
    }

    private void host(ChildMessage.Host host) {
        lock.lock();
        try {
            @Nullable PythonCall call = running(host.run());
            if (call != null) {
                call.answer(host, process::send);
            }
        } finally {
            lock.unlock();
        }
    }

    private void result(ChildMessage.Result result) {
        lock.lock();
        try {
            @Nullable PythonCall call = running(result.run());
            if (call != null) {
                modules.values().forEach(module -> module.running.remove(call));
                call.end(result.outcome());
                unloadOld();
            }
        } finally {
            lock.unlock();
        }
        owner.changed(this);
    }

    private LoadedModule module(ItemCode code) {
        if (!modules.isEmpty() && newest().code.equals(code)) {
            return newest();
        }
        LoadedModule module = new LoadedModule(++moduleNumbers, code);
        modules.put(module.number, module);
        process.send(MessageWriter.load(module.number, code));
        if (pythonVersion != null) {
            limitLoading(module);
        }
        unloadOld();
        return module;
    }

    private LoadedModule newest() {
        return modules.sequencedValues().getLast();
    }

    private void unloadOld() {
        if (modules.isEmpty()) {
            return;
        }
        LoadedModule newest = newest();
        modules.values().removeIf(module -> {
            boolean old = module != newest && module.idle();
            if (old) {
                process.send(MessageWriter.unload(module.number));
            }
            return old;
        });
    }

    private void startWaiting(LoadedModule module) {
        for (PythonCall call : List.copyOf(module.waiting)) {
            module.waiting.remove(call);
            module.importLogs.forEach(call.listener()::log);
            module.importLogs.clear();
            if (!call.hasEnded()) {
                module.running.add(call);
                process.send(MessageWriter.invoke(call.run(), module.number, call.request()));
                Duration limit = call.request().timeLimit();
                call.limitedBy(after(limit, () -> timeOut(call, limit)));
            }
        }
    }

    private void limitLoading(LoadedModule module) {
        if (!module.loaded) {
            module.timer = after(limits.load(), () -> loadingTakesTooLong(module));
        }
    }

    private void loadingTakesTooLong(LoadedModule module) {
        Set<PythonCall> calls;
        lock.lock();
        try {
            if (module.loaded || endReason != null) {
                return;
            }
            calls = new LinkedHashSet<>(module.waiting);
            module.waiting.clear();
        } finally {
            lock.unlock();
        }
        // Not loaded again at once: it would hang again.
        finish(false, "Python was restarted because a module took too long to load.");
        calls.forEach(call -> call.end(new EngineOutcome.TimedOut(limits.load())));
        process.destroy();
    }

    private void timeOut(PythonCall call, Duration limit) {
        abort(
                call,
                new EngineOutcome.TimedOut(limit),
                "Python was restarted because another run reached its time limit.");
    }

    /**
     * Ends a call and, when it may have reached the process, the process. The session takes no more calls before the
     * outcome is told, so that whoever hears of it can start the next call at once.
     */
    private void abort(PythonCall call, EngineOutcome how, String reasonForOthers) {
        boolean reached;
        lock.lock();
        try {
            if (call.hasEnded()) {
                return;
            }
            modules.values().forEach(module -> {
                module.waiting.remove(call);
                module.running.remove(call);
            });
            reached = pythonVersion != null;
        } finally {
            lock.unlock();
        }
        if (reached) {
            finish(true, reasonForOthers);
        }
        call.end(how);
        if (reached) {
            process.destroy();
        }
    }

    private @Nullable PythonCall running(int run) {
        for (LoadedModule module : modules.values()) {
            for (PythonCall call : module.running) {
                if (call.run() == run) {
                    return call;
                }
            }
        }
        return null;
    }

    private void finish(boolean reload, String reason) {
        List<PythonCall> left = new ArrayList<>();
        lock.lock();
        try {
            if (endReason != null) {
                return;
            }
            endReason = reason;
            startTimer.cancel(false);
            for (LoadedModule module : modules.values()) {
                cancel(module.timer);
                left.addAll(module.waiting);
                left.addAll(module.running);
            }
        } finally {
            lock.unlock();
        }
        left.forEach(call -> call.end(new EngineOutcome.ProcessLost(reason)));
        owner.ended(this, reload, reason);
    }

    private Future<?> after(Duration delay, Runnable task) {
        return timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void cancel(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private static String shortened(ChildMessage.Unknown unknown) {
        String line = unknown.line();
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
