package dev.bobbin.app.workspace;

import dev.bobbin.emulator.EngineOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The engine functions run in.
 *
 * @param name one of {@link dev.bobbin.emulator.Emulator#ENGINES}
 * @param python the interpreter for the engine {@code cpython}, or the folder of its environment; empty finds one
 * @param memoryMegabytes what its functions may use together; null leaves the default
 */
public record EngineChoice(
        String name, String python, @Nullable Integer memoryMegabytes) {

    /** An engine with the default memory. */
    public EngineChoice(String name, String python) {
        this(name, python, null);
    }

    /** The options that make an engine this one. */
    public EngineOptions options() {
        return new EngineOptions(python.isBlank() ? null : Path.of(python), memoryMegabytes);
    }

    /** The same but for the engine. */
    public EngineChoice named(String other) {
        return new EngineChoice(other, python, memoryMegabytes);
    }

    /** Whether it is the one without the user's own libraries. */
    public boolean embedded() {
        return name.equals("embedded");
    }
}
