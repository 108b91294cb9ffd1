package dev.bobbin.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A small item whose functions use what most functions use; it is run once while the caches are made.
 *
 * @param folder the item folder
 */
public record TrainingItem(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A request of the training. */
    private record Call(String function, Map<String, Object> input) {}

    private static final List<Call> CALLS = List.of(
            new Call(
                    "plain",
                    Map.of(
                            "name",
                            "Ada Lovelace",
                            "count",
                            3,
                            "ratio",
                            1.5,
                            "flag",
                            true,
                            "day",
                            "2025-07-01T08:30:00",
                            "rows",
                            List.of(Map.of("id", 1)),
                            "more",
                            Map.of("key", "value"))),
            new Call("later", Map.of("name", "Ada")),
            new Call("refuses", Map.of("reason", "too young")),
            new Call("plain", Map.of("name", "without the rest")),
            new Call("endless", Map.of("levels", 1)),
            new Call("data", Map.of()));

    /** Writes the item into a workspace folder. */
    public static TrainingItem in(Path workspace) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Training.UserDataFunction"));
        Files.writeString(folder.resolve("function_app.py"), source("function_app.py"), UTF_8);
        return new TrainingItem(folder);
    }

    /** Request lines of the command {@code batch}. */
    String requests() throws JsonProcessingException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < CALLS.size(); i++) {
            Call call = CALLS.get(i);
            lines.append(JSON.writeValueAsString(
                            Map.of("id", Integer.toString(i), "function", call.function(), "input", call.input())))
                    .append('\n');
        }
        return lines.toString();
    }

    /** Messages for an engine of its own, in the order of {@code emulator/docs/protocol.md}; calls without data only. */
    String messages() throws IOException {
        return messages(
                source("function_app.py"),
                CALLS.stream().filter(call -> !call.function().equals("data")).toList());
    }

    /**
     * The same, and then compiles the Python files in these folders that were imported until then.
     *
     * @param folders absolute paths
     */
    public String compilingMessages(List<Path> folders) throws IOException {
        List<Call> calls = new ArrayList<>(CALLS);
        calls.removeIf(call -> call.function().equals("data"));
        calls.add(new Call(
                "compileImported",
                Map.of("folders", folders.stream().map(Path::toString).toList())));
        return messages(source("function_app.py") + source("compile_imported.py"), calls);
    }

    private String messages(String source, List<Call> calls) throws IOException {
        StringBuilder lines = new StringBuilder();
        lines.append(JSON.writeValueAsString(Map.of(
                        "type",
                        "load",
                        "module",
                        1,
                        "path",
                        folder.resolve("function_app.py").toString(),
                        "source",
                        source,
                        "libraries",
                        List.of())))
                .append('\n');
        int run = 0;
        for (Call call : calls) {
            run++;
            lines.append(JSON.writeValueAsString(Map.of(
                            "type",
                            "invoke",
                            "run",
                            run,
                            "module",
                            1,
                            "function",
                            call.function(),
                            "invocationId",
                            "00000000-0000-0000-0000-00000000000" + run,
                            "body",
                            JSON.writeValueAsString(call.input()),
                            "bindings",
                            List.of(),
                            "user",
                            Map.of("Oid", "", "TenantId", "", "PreferredUsername", ""),
                            "responseBytes",
                            1_000_000)))
                    .append('\n');
        }
        return lines.append("{\"type\":\"shutdown\"}\n").toString();
    }

    private static String source(String name) throws IOException {
        try (InputStream text = TrainingItem.class.getResourceAsStream("training/" + name)) {
            if (text == null) {
                throw new IOException("The training functions are missing from the jar.");
            }
            return new String(text.readAllBytes(), UTF_8);
        }
    }
}
