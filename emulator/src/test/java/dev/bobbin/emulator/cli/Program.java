package dev.bobbin.emulator.cli;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a program of its own, or in this process where a program is not what matters. */
final class Program {

    /** How a command ended. */
    record Ended(int exitCode, String output, String errors) {}

    private Program() {}

    /** Carries out a command in this process, in a hundredth of the time. */
    static Ended here(String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream ownErrors = System.err;
        Output.redirect(output, errors);
        // What is wrong with the words of a command is told by another library.
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Main.execute(arguments);
            return new Ended(
                    exitCode, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(ownErrors);
            Output.redirect(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
        }
    }

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
