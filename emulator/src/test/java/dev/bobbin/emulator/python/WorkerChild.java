package dev.bobbin.emulator.python;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A real {@code python -m bobbin_worker}, spoken to over its real protocol. */
final class WorkerChild implements AutoCloseable {

    /** Start of every module under test. */
    static final String APP = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final List<String> PYTHONS = List.of("python3", "python", "python3.13", "python3.12", "python3.11");
    private static final Path SHIM = Path.of("src/main/python").toAbsolutePath();
    private static final long RESPONSE_BYTES = 30L * 1024 * 1024;

    private final Process process;
    private final Writer toChild;
    private final BufferedReader fromChild;
    private int runs;

    private WorkerChild(Process process) {
        this.process = process;
        this.toChild = process.outputWriter(StandardCharsets.UTF_8);
        this.fromChild = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts a child and waits until it is ready. Skips the test on a machine without Python 3.11 or newer. */
    static WorkerChild start() throws IOException {
        String python =
                PYTHONS.stream().filter(WorkerChild::isUsable).findFirst().orElse(null);
        Assumptions.assumeTrue(python != null, "no Python 3.11 or newer on the PATH of this machine");
        ProcessBuilder builder = new ProcessBuilder(python, "-m", "bobbin_worker");
        builder.environment().put("PYTHONPATH", SHIM.toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        WorkerChild child = new WorkerChild(builder.start());
        child.until("ready");
        return child;
    }

    /** Starts a child that has loaded a module of these lines after {@link #APP}. */
    static WorkerChild with(Path folder, String source) throws IOException {
        WorkerChild child = start();
        JsonNode answer = child.load(folder, APP + source);
        if (!"loaded".equals(answer.path("type").asText())) {
            throw new IllegalStateException("the module under test does not load: " + answer);
        }
        return child;
    }

    /** Loads a module and gives back {@code loaded} or {@code loadFailed}. */
    JsonNode load(Path folder, String source, Path... libraries) throws IOException {
        ObjectNode message = message("load");
        message.put("module", 1);
        message.put("path", folder.resolve("function_app.py").toString());
        message.put("source", source);
        ArrayNode paths = message.putArray("libraries");
        for (Path library : libraries) {
            paths.add(library.toString());
        }
        send(message);
        return until("loaded", "loadFailed").last();
    }

    /** Calls a function without connections. */
    Exchange call(String function, String body) throws IOException {
        return call(function, body, "[]");
    }

    /** Calls a function with these bindings, a JSON array as the protocol has it. */
    Exchange call(String function, String body, String bindings) throws IOException {
        begin(function, body, bindings, RESPONSE_BYTES);
        return until("result");
    }

    /** Calls a function whose result may be this long. */
    Exchange callWithin(long responseBytes, String function, String body) throws IOException {
        begin(function, body, "[]", responseBytes);
        return until("result");
    }

    /** Starts a call and does not wait for its end; gives back its number. */
    int begin(String function, String body, String bindings) throws IOException {
        return begin(function, body, bindings, RESPONSE_BYTES);
    }

    private int begin(String function, String body, String bindings, long responseBytes) throws IOException {
        ObjectNode message = message("invoke");
        message.put("run", ++runs);
        message.put("module", 1);
        message.put("function", function);
        message.put("invocationId", "3f0a1111-2222-4333-8444-555566667777");
        message.put("body", body);
        message.set("bindings", JSON.readTree(bindings));
        ObjectNode user = message.putObject("user");
        user.put("Oid", "o").put("TenantId", "t").put("PreferredUsername", "ana@example.com");
        message.put("responseBytes", responseBytes);
        send(message);
        return runs;
    }

    /** Sends a message. */
    void send(JsonNode message) throws IOException {
        sendLine(message.toString());
    }

    /** Sends a line as it is. */
    void sendLine(String line) throws IOException {
        toChild.write(line);
        toChild.write('\n');
        toChild.flush();
    }

    static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    /** Reads messages up to the first of one of these types. A large result is let come at once. */
    Exchange until(String... types) throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        String line;
        while ((line = fromChild.readLine()) != null) {
            JsonNode message = JSON.readTree(line);
            if (message.path("op").asText().equals("answer.room")) {
                send(message("hostResult")
                        .put("call", message.path("call").asInt())
                        .putNull("value"));
                continue;
            }
            messages.add(message);
            if (List.of(types).contains(message.path("type").asText())) {
                return new Exchange(List.copyOf(messages));
            }
        }
        throw new IOException("the worker ended; it had said " + messages);
    }

    /** Waits for the end of the process. */
    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isUsable(String python) {
        try {
            Process probe = new ProcessBuilder(python, "-c", "import sys; sys.exit(sys.version_info < (3, 11))")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a worker said up to an answer. */
    record Exchange(List<JsonNode> messages) {

        JsonNode last() {
            return messages.getLast();
        }

        String status() {
            return last().path("status").asText();
        }

        /** The output as the JSON text that was sent. */
        String output() {
            return last().path("output").asText();
        }

        /** Property of the only error. */
        @Nullable
        JsonNode property(String name) {
            return last().path("errors").path(0).path("properties").get(name);
        }

        String errorName() {
            return last().path("errors").path(0).path("name").asText();
        }

        /** Log lines of the run that was answered, as {@code LEVEL message}. */
        List<String> logs() {
            return logs(last().path("run").asInt());
        }

        List<String> logs(int run) {
            return messages.stream()
                    .filter(m -> m.path("type").asText().equals("log")
                            && m.path("run").isInt()
                            && m.path("run").asInt() == run)
                    .map(m -> m.path("level").asText() + " " + m.path("message").asText())
                    .toList();
        }

        List<JsonNode> ofType(String type) {
            return messages.stream()
                    .filter(m -> m.path("type").asText().equals(type))
                    .toList();
        }
    }
}
