package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.service.EngineFault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One child process with the modules loaded and the calls made in it. Every call ends, whatever becomes of the process.
 */
final class ChildSession implements ChildProcess.Listener {

    /** What a session tells its engine. */
    interface Owner {

        /** It became ready or busy. */
        void changed(ChildSession session);

        /**
         * It takes no more calls: its process is gone, is being ended, or carries on for calls under way only.
         *
         * @param reload whether the code it had loaded is worth loading again at once
         */
        void retired(ChildSession session, boolean reload, EngineFault fault);

        /** Its process is gone. */
        void gone(ChildSession session);
    }

    private static final EngineFault REPLACED = new EngineFault(EngineFault.Kind.REPLACED);

    private final Object lock = new Object();
    private final SessionModules modules = new SessionModules();
    private final ChildCommand command;
    private final boolean manyVersions;
    private final EngineLimits limits;
    private final CallMessages calls;
    private final ScheduledExecutorService timers;
    private final Owner owner;
    private final ChildProcess process;
    private final Future<?> startTimer;
    private @Nullable String pythonVersion;
    private @Nullable EngineFault ending;
    private boolean retired;

    /** @throws IOException when the command cannot be started */
    ChildSession(ChildCommand command, ChildLaunch launch, ScheduledExecutorService timers, Owner owner)
            throws IOException {
        this.command = command;
        this.manyVersions = launch.holdsManyVersions();
        this.limits = launch.limits();
        this.calls = new CallMessages(lock, modules, limits.importLogLines());
        this.timers = timers;
        this.owner = owner;
        synchronized (lock) {
            process = ChildProcess.start(command, this);
            startTimer = after(
                    limits.start(),
                    () -> end(new EngineFault(
                            EngineFault.Kind.START_TOO_SLOW,
                            "seconds",
                            limits.start().toSeconds())));
        }
    }

    long pid() {
        return process.pid();
    }

    /** What its process was started with. */
    ChildCommand command() {
        return command;
    }

    /** The version of Python when the next call starts at once; null while it is starting or loading. */
    @Nullable
    String readyVersion() {
        synchronized (lock) {
            return modules.allLoaded() ? pythonVersion : null;
        }
    }

    /** Whether it takes calls of this code; of no code in particular when that is null. */
    boolean accepts(@Nullable ItemCode code) {
        synchronized (lock) {
            return !retired && (code == null || manyVersions || !modules.used() || modules.newest(code) != null);
        }
    }

    /** Whether Python has been up, so that a new process is likely to come up, too. */
    boolean hasStarted() {
        synchronized (lock) {
            return pythonVersion != null;
        }
    }

    /** Whether its process is gone, or is being ended. */
    boolean hasEnded() {
        synchronized (lock) {
            return ending != null;
        }
    }

    /** Whether code is being loaded or called. */
    boolean isBusy() {
        synchronized (lock) {
            return !modules.allLoaded() || !modules.calls().isEmpty();
        }
    }

    /** Whether it has been given code. */
    boolean isUsed() {
        synchronized (lock) {
            return modules.used();
        }
    }

    /** Loads code ahead of the first call. */
    void prepare(ItemCode code) {
        synchronized (lock) {
            if (ending == null) {
                module(code);
            }
        }
        owner.changed(this);
    }

    /** Makes a call as soon as its code is loaded. */
    void run(ItemCode code, PythonCall call) {
        synchronized (lock) {
            if (ending != null) {
                call.end(new EngineOutcome.ProcessLost(ending));
                return;
            }
            LoadedModule module = module(code);
            module.waiting.add(call);
            if (module.loaded) {
                startWaiting(module);
            }
        }
        owner.changed(this);
    }

    /** Ends a call; the process, too, when the call may have reached it, as soon as no other call is under way there. */
    void stop(PythonCall call) {
        abort(call, new EngineOutcome.Stopped());
    }

    /** Takes no more calls, and ends the process when those under way have ended. */
    void retire() {
        synchronized (lock) {
            retired = true;
        }
        endWhenIdle();
    }

    /** Ends the process; calls under way get the reason. */
    void end(EngineFault fault) {
        finish(false, fault);
        process.destroy();
    }

    @Override
    public void message(ChildMessage message) {
        switch (message) {
            case ChildMessage.Ready ready -> ready(ready.pythonVersion());
            case ChildMessage.Loaded loaded -> loaded(loaded.module());
            case ChildMessage.LoadFailed failed -> loadFailed(failed);
            case ChildMessage.Log log -> calls.log(log.run(), log.line());
            case ChildMessage.Stream stream -> calls.stream(stream);
            case ChildMessage.Chunk chunk -> calls.chunk(chunk);
            case ChildMessage.Host host -> calls.answer(host, process::send);
            case ChildMessage.Result result -> result(result);
            case ChildMessage.Unknown unknown -> stray(unknown);
        }
    }

    @Override
    public void ended(int exitCode, String lastWords) {
        finish(false, EndReason.of(exitCode, hasStarted(), lastWords, limits.memoryMegabytes()));
        owner.gone(this);
    }

    private void ready(String version) {
        synchronized (lock) {
            if (pythonVersion != null || ending != null) {
                return;
            }
            pythonVersion = version;
            startTimer.cancel(false);
            modules.forEach(this::limitLoading);
        }
        owner.changed(this);
    }

    private void loaded(int number) {
        synchronized (lock) {
            LoadedModule module = modules.get(number);
            if (module == null) {
                return;
            }
            module.loaded = true;
            module.stopTimer();
            startWaiting(module);
        }
        owner.changed(this);
    }

    private void loadFailed(ChildMessage.LoadFailed failed) {
        synchronized (lock) {
            LoadedModule module = modules.remove(failed.module());
            if (module == null) {
                return;
            }
            module.stopTimer();
            process.send(MessageWriter.unload(module.number));
            EngineOutcome outcome = new EngineOutcome.LoadFailed(failed.traceback(), failed.missingModule());
            for (PythonCall call : module.waiting) {
                module.importLogs.forEach(call.listener()::log);
                call.end(outcome);
            }
        }
        endWhenIdle();
        owner.changed(this);
    }

    private void result(ChildMessage.Result result) {
        synchronized (lock) {
            @Nullable PythonCall call = modules.running(result.run());
            if (call != null) {
                modules.remove(call);
                call.end(result.outcome());
                unloadOld();
            }
        }
        endWhenIdle();
        owner.changed(this);
    }

    private LoadedModule module(ItemCode code) {
        LoadedModule present = modules.newest(code);
        if (present != null) {
            return present;
        }
        LoadedModule module = modules.add(code);
        process.send(MessageWriter.load(module.number, code));
        if (pythonVersion != null) {
            limitLoading(module);
        }
        unloadOld();
        return module;
    }

    private void unloadOld() {
        modules.removeOld().forEach(number -> process.send(MessageWriter.unload(number)));
    }

    private void startWaiting(LoadedModule module) {
        for (PythonCall call : List.copyOf(module.waiting)) {
            module.waiting.remove(call);
            module.importLogs.forEach(call.listener()::log);
            module.importLogs.clear();
            if (!call.hasEnded()) {
                module.running.add(call);
                call.listener().begun();
                process.send(MessageWriter.invoke(call.run(), module.number, call.request()));
                Duration limit = call.request().timeLimit();
                call.limitedBy(after(limit, () -> abort(call, new EngineOutcome.TimedOut(limit))));
            }
        }
    }

    private void limitLoading(LoadedModule module) {
        if (!module.loaded) {
            module.timer = after(limits.load(), () -> loadingTakesTooLong(module));
        }
    }

    private void loadingTakesTooLong(LoadedModule module) {
        List<PythonCall> waiting;
        synchronized (lock) {
            if (module.loaded || ending != null) {
                return;
            }
            waiting = List.copyOf(module.waiting);
            module.waiting.clear();
        }
        // Not loaded again at once: it would hang again.
        finish(false, REPLACED);
        waiting.forEach(call -> call.end(new EngineOutcome.TimedOut(limits.load())));
        process.destroy();
    }

    /**
     * Ends a call and, when it may have reached the process, retires that. The session takes no more calls before the
     * outcome is told, so that whoever hears of it can start the next call at once. Other calls in the process go on:
     * in the service, too, one caller's time limit is not another's.
     */
    private void abort(PythonCall call, EngineOutcome how) {
        boolean reached;
        synchronized (lock) {
            if (call.hasEnded()) {
                return;
            }
            modules.remove(call);
            reached = pythonVersion != null;
            retired |= reached;
        }
        if (reached) {
            owner.retired(this, true, REPLACED);
        }
        call.end(how);
        endWhenIdle();
    }

    private void endWhenIdle() {
        boolean over;
        synchronized (lock) {
            over = retired && ending == null && modules.calls().isEmpty();
        }
        if (over) {
            end(REPLACED);
        }
    }

    private void finish(boolean reload, EngineFault fault) {
        List<PythonCall> left;
        boolean news;
        synchronized (lock) {
            if (ending != null) {
                return;
            }
            ending = fault;
            news = !retired;
            retired = true;
            startTimer.cancel(false);
            modules.forEach(LoadedModule::stopTimer);
            left = modules.calls();
        }
        if (news) {
            owner.retired(this, reload, fault);
        }
        left.forEach(call -> call.end(new EngineOutcome.ProcessLost(fault)));
    }

    private Future<?> after(Duration delay, Runnable task) {
        return timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * A line that is no message was written by a program the function has started. When it damaged an answer that is
     * waited for, no other will come.
     */
    private void stray(ChildMessage.Unknown stray) {
        if (stray.isDamagedAnswer()) {
            finish(true, new EngineFault(EngineFault.Kind.ANSWER_DAMAGED));
            process.destroy();
        } else {
            calls.log(CallMessages.NO_RUN, new LogLine(Instant.now(), LogLine.Level.PRINT, stray.line()));
        }
    }
}
