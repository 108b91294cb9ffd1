package dev.bobbin.emulator.python;

import dev.bobbin.emulator.invoke.ItemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The versions of modules in one child, and the calls that wait for them or run in them. Guarded by its session. */
final class SessionModules {

    private final SequencedMap<Integer, LoadedModule> modules = new LinkedHashMap<>();
    private int numbers;

    /** Adds a version, which is the newest from then on. */
    LoadedModule add(ItemCode code) {
        LoadedModule module = new LoadedModule(++numbers, code);
        modules.put(module.number, module);
        return module;
    }

    /** Whether there has ever been a version. */
    boolean used() {
        return numbers > 0;
    }

    @Nullable
    LoadedModule get(int number) {
        return modules.get(number);
    }

    @Nullable
    LoadedModule remove(int number) {
        return modules.remove(number);
    }

    @Nullable
    LoadedModule newest() {
        return modules.isEmpty() ? null : modules.sequencedValues().getLast();
    }

    /** The newest version when it is this code. */
    @Nullable
    LoadedModule newest(ItemCode code) {
        LoadedModule newest = newest();
        return newest != null && newest.code.equals(code) ? newest : null;
    }

    boolean allLoaded() {
        return modules.values().stream().allMatch(module -> module.loaded);
    }

    void forEach(Consumer<LoadedModule> action) {
        modules.values().forEach(action);
    }

    /** The call under way with that number. */
    @Nullable
    PythonCall running(int run) {
        for (LoadedModule module : modules.values()) {
            for (PythonCall call : module.running) {
                if (call.run() == run) {
                    return call;
                }
            }
        }
        return null;
    }

    /** All calls, waiting and under way. */
    List<PythonCall> calls() {
        List<PythonCall> calls = new ArrayList<>();
        for (LoadedModule module : modules.values()) {
            calls.addAll(module.waiting);
            calls.addAll(module.running);
        }
        return calls;
    }

    /** Forgets a call, wherever it is. */
    void remove(PythonCall call) {
        for (LoadedModule module : modules.values()) {
            module.waiting.remove(call);
            module.running.remove(call);
        }
    }

    /** Forgets the versions before the newest that nothing waits for or runs in, and gives back their numbers. */
    List<Integer> removeOld() {
        LoadedModule newest = newest();
        List<Integer> old = modules.values().stream()
                .filter(module -> module != newest && module.idle())
                .map(module -> module.number)
                .toList();
        old.forEach(modules::remove);
        return old;
    }
}
