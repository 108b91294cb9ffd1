package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands what a child says while calls are under way to the calls it belongs to. */
final class CallMessages {

    /** Number of the run of what no run said. */
    static final int NO_RUN = 0;

    private final Object lock;
    private final SessionModules modules;
    private final int importLogLines;

    /**
     * @param lock guards the modules
     * @param importLogLines how many lines of a module that nobody calls yet are kept
     */
    CallMessages(Object lock, SessionModules modules, int importLogLines) {
        this.lock = lock;
        this.modules = modules;
        this.importLogLines = importLogLines;
    }

    /** Lines logged outside a run belong to the module that is being loaded, or else to the calls of the newest one. */
    void log(int run, LogLine line) {
        List<PythonCall> receivers = new ArrayList<>();
        synchronized (lock) {
            @Nullable PythonCall caller = modules.running(run);
            @Nullable LoadedModule newest = modules.newest();
            if (caller != null) {
                receivers.add(caller);
            } else if (run == NO_RUN && newest != null) {
                receivers.addAll(newest.loaded ? newest.running : newest.waiting);
                if (receivers.isEmpty() && newest.importLogs.size() < importLogLines) {
                    newest.importLogs.add(line);
                }
            }
        }
        receivers.forEach(call -> call.listener().log(line));
    }

    void stream(ChildMessage.Stream begun) {
        PythonCall call = running(begun.run());
        if (call != null) {
            call.listener().stream(begun.head());
        }
    }

    void chunk(ChildMessage.Chunk made) {
        PythonCall call = running(made.run());
        if (call != null) {
            call.listener().chunk(made.chunk());
        }
    }

    /** Has a call to data carried out. @param reply takes the message that answers it */
    void answer(ChildMessage.Host asked, Consumer<String> reply) {
        PythonCall call = running(asked.run());
        if (call != null) {
            call.answer(asked, reply);
        }
    }

    private @Nullable PythonCall running(int run) {
        synchronized (lock) {
            return modules.running(run);
        }
    }
}
