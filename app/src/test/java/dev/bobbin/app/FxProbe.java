package dev.bobbin.app;

import dev.bobbin.app.fx.HoldProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures how long the FX thread is held while something happens in a test. The figures are written to
 * {@code target/fx-probe}; nothing is asserted about them, since they depend on the machine.
 */
record FxProbe(String name, HoldProbe probe) implements AutoCloseable {

    /** Starts measuring. @param name of the figures' file */
    static FxProbe start(String name) {
        return new FxProbe(name, HoldProbe.start());
    }

    @Override
    public void close() throws InterruptedException {
        HoldProbe.Holds holds = probe.stop();
        String figures = String.format(
                Locale.ROOT,
                "{\"what\": \"%s\", \"longestHoldMs\": %.1f, \"longestComputingMs\": %.1f, \"answers\": %d}%n",
                name,
                holds.longestMs(),
                holds.longestComputingMs(),
                holds.answers());
        try {
            Path folder = Files.createDirectories(Path.of("target/fx-probe"));
            Files.writeString(folder.resolve(name + ".json"), figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
