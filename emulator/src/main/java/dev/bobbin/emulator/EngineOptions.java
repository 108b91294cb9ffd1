package dev.bobbin.emulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a user may set for an engine.
 *
 * @param python the interpreter, or the folder of its environment, for the engine {@code cpython}; null finds one
 * @param memoryMegabytes what its functions may use together; null leaves the default
 */
public record EngineOptions(@Nullable Path python, @Nullable Integer memoryMegabytes) {

    /** Everything as it comes. */
    public static final EngineOptions DEFAULT = new EngineOptions(null, null);
}
