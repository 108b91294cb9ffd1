package dev.bobbin.app.settings;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another Bobbin on the same settings: a process that changes many of them, one after the other. */
final class OtherProgram {

    private static final int CHANGES = 40;

    private OtherProgram() {}

    /** Starts it; it is at work already when this returns. */
    static Process start(Path folder) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(OtherProgram.class.getName(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("The other program did not start.");
        }
        return process;
    }

    /** The names of the settings it changes, for a program of that name. */
    static Stream<String> names(String program) {
        return IntStream.range(0, CHANGES).mapToObj(i -> program + "." + i);
    }

    /** Changes them. */
    static void write(Settings settings, String program) {
        names(program).forEach(name -> settings.property(name, "").set("kept"));
    }

    public static void main(String[] arguments) {
        Settings settings = new Settings(Path.of(arguments[0]), new SameThreadTaskRunner());
        settings.property("other.started", "").set("yes");
        System.out.write('!');
        System.out.flush();
        write(settings, "other");
    }
}
