package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import java.util.Arrays;
import java.util.stream.Stream;

/** For commands whose engine does not matter: the computer's own Python, which starts in a tenth of the time, where there is one. */
final class QuickEngine {

    private static final String NAME = Emulator.engine("cpython").isPresent() ? "cpython" : "embedded";

    private QuickEngine() {}

    /** A command line that names the engine, too. */
    static String[] with(String... arguments) {
        return Stream.concat(Arrays.stream(arguments), Stream.of("--engine", NAME))
                .toArray(String[]::new);
    }
}
