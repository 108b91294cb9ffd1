package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One version of a module in a child, from the moment it is sent there. Guarded by its session. */
final class LoadedModule {

    final int number;
    final ItemCode code;

    /** Calls that wait for the module to be loaded. */
    final Set<PythonCall> waiting = new LinkedHashSet<>();

    /** Calls under way. */
    final Set<PythonCall> running = new LinkedHashSet<>();

    /** What was logged while the module was loaded and no call waited; the first call gets it. */
    final List<LogLine> importLogs = new ArrayList<>();

    boolean loaded;

    @Nullable
    Future<?> timer;

    LoadedModule(int number, ItemCode code) {
        this.number = number;
        this.code = code;
    }

    /** Ends the watch over the time that loading takes. */
    void stopTimer() {
        @Nullable Future<?> running = timer;
        if (running != null) {
            running.cancel(false);
        }
    }

    boolean idle() {
        return loaded && waiting.isEmpty() && running.isEmpty();
    }
}
