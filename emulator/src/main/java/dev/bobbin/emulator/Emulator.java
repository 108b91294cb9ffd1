package dev.bobbin.emulator;

import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.python.EngineLaunch;
import dev.bobbin.emulator.python.PythonEngine;
import dev.bobbin.emulator.standin.sql.SqlHostService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Puts the emulator together: what the window, the command line and the REST endpoint start from. */
public final class Emulator {

    private Emulator() {}

    /**
     * A new engine of that name, which the caller closes; empty when there is no such engine.
     *
     * @throws UncheckedIOException when the engine's Python files cannot be found or unpacked
     * @throws IllegalArgumentException when a setting of the engine makes no sense
     */
    public static Optional<FunctionEngine> engine(String name) {
        return switch (name) {
            case "embedded" -> Optional.of(PythonEngine.embedded(launch()));
            default -> Optional.empty();
        };
    }

    private static EngineLaunch launch() {
        try {
            return EngineLaunch.fromSystemProperties();
        } catch (IOException e) {
            throw new UncheckedIOException("Bobbin's own Python files cannot be used: " + e.getMessage(), e);
        }
    }

    /** An invoker that runs functions in this engine, with all stand-ins. */
    public static Invoker invoker(FunctionEngine engine) {
        return new Invoker(engine, SqlHostService::new);
    }
}
