package dev.bobbin.packaging.bench;

import dev.bobbin.packaging.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code bobbin serve} with nearly as many open connections as it takes, every second of them in the middle of a request:
 * the memory it occupies, and how long calls of others take meanwhile. Wants 11,000 file handles (ulimit -n).
 */
record OpenConnections(Program program, Path work) implements Benchmark {

    private static final int CONNECTIONS = 9_900;
    private static final int CALLS = 500;
    private static final String BODY = "{\"name\": \"Ada\"}";
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        Path item = BenchItem.in(work.resolve("connections"));
        Process server = program.start(
                        work, List.of(), List.of("serve", item.toString(), "--port", "0", "--no-history"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Socket> open = new ArrayList<>();
        try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            int port = port(said);
            calls(port);
            double[] alone = calls(port);
            double before = megabytes(server);
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(socket);
                if (i % 2 == 0) {
                    socket.getOutputStream()
                            .write("POST /api/hello HTTP/1.1\r\nHost".getBytes(StandardCharsets.US_ASCII));
                }
            }
            double[] among = calls(port);
            return List.of(
                    Measurement.of("a call, with no other connection", "ms", null, alone),
                    Measurement.of("a call, beside " + CONNECTIONS + " open connections", "ms", null, among),
                    Measurement.of("memory of the server with no other connection", "MB", null, before),
                    Measurement.of(
                            "memory of the server with " + CONNECTIONS + " connections",
                            "MB",
                            null,
                            megabytes(server)));
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            server.waitFor();
        }
    }

    private static int port(BufferedReader said) throws IOException {
        for (@Nullable String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
        }
        throw new IOException("bobbin serve did not start.");
    }

    private static double[] calls(int port) throws IOException {
        double[] millis = new double[CALLS];
        try (HttpConnection connection = new HttpConnection(port, "/api/hello", BODY)) {
            for (int i = 0; i < CALLS; i++) {
                millis[i] = connection.call();
            }
        }
        return millis;
    }

    private static double megabytes(Process server) throws IOException {
        return ResidentMemory.megabytes(server.toHandle())
                .orElseThrow(() -> new IOException("The memory of a process cannot be told here."));
    }
}
