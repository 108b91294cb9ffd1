package dev.bobbin.packaging.bench.window;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.fx.HoldProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what was measured in the window, and what could not be, one JSON object a line. */
final class Figures {

    /** The FX thread shall never be held longer, in milliseconds. */
    private static final double HOLD_AIM = 50.0;

    private final Path file;

    Figures(Path file) {
        this.file = file;
    }

    /** Does something and tells how long it held the FX thread at most. @param what what is done, in words */
    void held(String what, WindowDriver.Work work) throws IOException {
        long began = System.nanoTime();
        try {
            HoldProbe.Holds holds = WindowDriver.watched(work);
            write("FX thread held longest, computing: " + what, HOLD_AIM, holds.longestComputingMs());
            write("FX thread held longest, on the clock: " + what, null, holds.longestMs());
        } catch (Exception e) {
            write(Map.of("name", what, "failed", e.toString()));
        }
        System.out.printf("%s took %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
    }

    /** @param aim what is aimed at, in milliseconds; null when nothing is @param values in milliseconds */
    void write(String name, @Nullable Double aim, double... values) throws IOException {
        write(
                aim == null
                        ? Map.of("name", name, "values", values)
                        : Map.of("name", name, "aim", aim, "values", values));
    }

    private void write(Map<String, Object> figure) throws IOException {
        Files.writeString(
                file,
                new ObjectMapper().writeValueAsString(figure) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
