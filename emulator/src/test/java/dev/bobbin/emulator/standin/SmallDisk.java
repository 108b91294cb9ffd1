package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of two megabytes, which only a namespace of our own may mount. */
public final class SmallDisk {

    private SmallDisk() {}

    /**
     * Runs a program in a process of its own, with a folder that lies on the small disk, and gives what it tells. Where no
     * such disk can be mounted the test is left out.
     *
     * @param folder is to be the small disk for the program; is empty for everybody else
     * @param arguments the program's after the folder
     */
    public static List<String> run(Path folder, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        try {
            Process trial = inNamespace(folder, List.of("true"));
            Assumptions.assumeTrue(trial.waitFor() == 0, "no small disk can be mounted here");
        } catch (IOException e) {
            Assumptions.abort("there is no program unshare here");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        Process process = inNamespace(folder, command);
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("The program failed after telling: " + told);
        }
        return told.lines().toList();
    }

    private static Process inNamespace(Path disk, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o size=2m tmpfs \"$0\" && exec \"$@\"",
                disk.toString()));
        whole.addAll(command);
        return new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
