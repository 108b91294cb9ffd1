package dev.bobbin.app.workspace;

import dev.bobbin.emulator.EngineOptions;
import java.nio.file.Path;

/**
 * The engine functions run in.
 *
 * @param name one of {@link dev.bobbin.emulator.Emulator#ENGINES}
 * @param python the interpreter for the engine {@code cpython}; empty finds one
 */
public record EngineChoice(String name, String python) {

    /** The options that make an engine this one. */
    public EngineOptions options() {
        return new EngineOptions(python.isBlank() ? null : Path.of(python), null);
    }

    /** Whether it is the one without the user's own libraries. */
    public boolean embedded() {
        return name.equals("embedded");
    }
}
