package dev.bobbin.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the tests' own that runs in another process, with the same options and classes. */
public final class ChildProgram {

    private ChildProgram() {}

    /**
     * Starts it; it is at work already when this returns.
     *
     * @param main its class, whose {@code main} says by {@link #started} that it is there
     */
    public static Process start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("The other program did not start.");
        }
        return process;
    }

    /** Says that this program is at work. */
    public static void started() {
        System.out.write('!');
        System.out.flush();
    }
}
