package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.cli.Main;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bobbin serve} as a program of its own, from its first line of output to its end. */
final class ServeProgram implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Serving .* at (http://\\S+) ");

    private final Process process;
    private final BufferedReader output;
    private final URI address;

    private ServeProgram(Process process, BufferedReader output, URI address) {
        this.process = process;
        this.output = output;
        this.address = address;
    }

    /**
     * Starts the program, and waits until it listens, at a port of its own choice.
     *
     * @param javaOptions such as the size of its heap
     * @param environment variables beside those of this process
     * @param options of the command
     */
    static ServeProgram start(List<String> javaOptions, Map<String, String> environment, Path item, String... options)
            throws IOException {
        ProcessBuilder builder = command(javaOptions, item, options).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return start(builder);
    }

    /** Starts the program without anybody who reads its standard error, which {@link #errors} gives. */
    static ServeProgram startUnread(List<String> javaOptions, Path item, String... options) throws IOException {
        return start(command(javaOptions, item, options));
    }

    private static ProcessBuilder command(List<String> javaOptions, Path item, String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        // As the launcher has it.
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("serve", item.toString(), "--port", "0"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command);
    }

    private static ServeProgram start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return new ServeProgram(process, output, URI.create(address.group(1)));
            }
            said.append(line).append('\n');
        }
        throw new IOException("bobbin serve ended: " + said);
    }

    URI address() {
        return address;
    }

    /** Tells the program to end, and waits for nothing. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Ends the program, and gives back what it has said and nobody has read. */
    String end() throws IOException {
        terminate();
        return output.readAllAsString();
    }

    /** Standard error of a program that was started unread. */
    BufferedReader errors() {
        return process.errorReader(StandardCharsets.UTF_8);
    }

    /** The next line that it says. @throws EOFException when it has ended */
    String nextLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new EOFException("bobbin serve has ended.");
        }
        return line;
    }

    @Override
    public void close() {
        terminate();
        process.onExit().join();
    }
}
