package dev.bobbin.emulator;

import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.standin.HostServices;
import java.util.Map;
import java.util.Optional;

/** Puts the emulator together: what the window, the command line and the REST endpoint start from. */
public final class Emulator {

    private Emulator() {}

    /** A new engine of that name, which the caller closes; empty when there is no such engine. */
    public static Optional<FunctionEngine> engine(String name) {
        return Optional.empty();
    }

    /** An invoker that runs functions in this engine, with all stand-ins. */
    public static Invoker invoker(FunctionEngine engine) {
        return new Invoker(engine, databases -> new HostServices(Map.of()));
    }
}
