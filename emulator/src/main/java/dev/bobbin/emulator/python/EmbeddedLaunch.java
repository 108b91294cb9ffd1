package dev.bobbin.emulator.python;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine that is always there: GraalPy in a Java process of its own. */
record EmbeddedLaunch(EngineLaunch launch) implements ChildLaunch {

    @Override
    public String engineName() {
        return "embedded";
    }

    @Override
    public ChildCommand command(@Nullable Path itemFolder) {
        return new ChildCommand(launch.command(), Map.of());
    }

    @Override
    public boolean holdsManyVersions() {
        return true;
    }

    @Override
    public String installCommand(String module, @Nullable ChildCommand command) {
        return "";
    }

    @Override
    public EngineLimits limits() {
        return EngineLimits.withMemoryMegabytes(launch.heapMegabytes());
    }
}
