package dev.bobbin.emulator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a program of its own. */
final class Program {

    /** How a command ended. */
    record Ended(int exitCode, String output, String errors) {}

    private Program() {}

    /** A command, which has not been started yet. */
    static ProcessBuilder command(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                // As the launcher has it.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words);
    }

    /** Carries out a command that says little on standard error. */
    static Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = command(arguments).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, errors);
    }
}
