package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.packaging.Program;
import dev.bobbin.packaging.bench.window.WindowScenarios;
import dev.bobbin.packaging.bench.window.WindowScenarios.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Works in a window and watches how long its FX thread is held. */
final class WindowWork implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 5_000;
    private static final int NEIGHBOURS = 200;
    private static final int RUNS = 10_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final String name;
    private final Part part;
    private final Program program;
    private final Path folder;
    private final List<String> javaOptions;

    /**
     * @param part what is done
     * @param folder for what is written
     * @param javaOptions such as those of a window without a display
     */
    WindowWork(String name, Part part, Program program, Path folder, List<String> javaOptions) {
        this.name = name;
        this.part = part;
        this.program = program;
        this.folder = folder;
        this.javaOptions = List.copyOf(javaOptions);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        Path workspace = Files.createDirectories(folder.resolve(name));
        Path item = item(workspace, part == Part.WORK ? RUNS : 0);
        if (part == Part.DATA) {
            LargeStandIns.in(Workspace.of(ItemReader.read(item)).standIns());
        }
        Path settings = Files.createDirectories(workspace.resolve("settings"));
        Files.writeString(
                settings.resolve("bench.properties"),
                "language=en\ntheme=light\ntour=seen\ntrusted.0="
                        + item.toString().replace("\\", "\\\\") + "\n");
        Path figures = workspace.resolve("figures.jsonl");
        Path output = workspace.resolve("window.txt");
        List<String> options = new ArrayList<>(javaOptions);
        options.add("-Dbobbin.settings=" + settings);
        Process process = program.startInWindow(
                        workspace,
                        options,
                        WindowScenarios.class,
                        List.of(part.name(), item.toString(), figures.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("The window did not end by itself.");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!Files.exists(figures)) {
            throw new IOException("The window gave no figures. It said:\n" + Files.readString(output));
        }
        List<Measurement> rows = new ArrayList<>();
        for (String line : Files.readAllLines(figures)) {
            JsonNode figure = JSON.readTree(line);
            if (figure.has("failed")) {
                System.err.println(
                        "Could not be measured: " + figure.path("name").asText() + ": "
                                + figure.path("failed").asText());
            } else {
                rows.add(row(figure));
            }
        }
        return rows;
    }

    private static Measurement row(JsonNode figure) {
        double[] values = new double[figure.path("values").size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = figure.path("values").get(i).asDouble();
        }
        Double aim = figure.has("aim") ? figure.path("aim").asDouble() : null;
        return Measurement.of(figure.path("name").asText(), "ms", aim, values);
    }

    /** An item with a long script, many neighbours and a history. @param runs how many runs the history has */
    private static Path item(Path workspace, int runs) throws IOException {
        for (int i = 0; i < NEIGHBOURS; i++) {
            Path neighbour = Files.createDirectories(workspace.resolve("Neighbour" + i + ".UserDataFunction"));
            Files.writeString(neighbour.resolve(ItemFolder.SCRIPT), "# nothing yet\n");
        }
        Path folder = Files.createDirectories(workspace.resolve("Long.UserDataFunction"));
        String script = script();
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), script);
        ItemFolder item = ItemReader.read(folder);
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(Workspace.of(item), item))) {
            for (int i = 0; i < runs; i++) {
                journal.add(run(i, script));
            }
        }
        return folder;
    }

    private static String script() throws IOException {
        try (InputStream text = WindowWork.class.getResourceAsStream("window_functions.py")) {
            if (text == null) {
                throw new IOException("The benchmark's functions are missing from the jar.");
            }
            StringBuilder script = new StringBuilder(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            long lines = script.chars().filter(c -> c == '\n').count();
            for (int i = 0; lines < LINES; i++, lines += 5) {
                script.append("\n\ndef helper")
                        .append(i)
                        .append("(a: int, b: str = \"x\") -> str:\n")
                        .append("    # joins what it is given\n")
                        .append("    return f\"{a} {b}\" if a > ")
                        .append(i)
                        .append(" else \"none\"\n");
            }
            return script.toString();
        }
    }

    private static RunRecord run(int number, String script) {
        RunSummary summary = new RunSummary(
                0,
                Instant.now(),
                RunOrigin.WINDOW,
                "hello",
                "Succeeded",
                200,
                Duration.ofMillis(number % 50),
                RunRecord.hashOf(script),
                false,
                "",
                0);
        return new RunRecord(
                summary,
                new RunInput(
                        "id" + number,
                        "{\"name\": \"" + number + "\"}",
                        "embedded",
                        ServiceProfile.DEFAULT_NAME,
                        ExecutingUser.LOCAL),
                script,
                new RunAnswer("\"Hello, " + number + "\"", List.of(), null, null),
                List.of(),
                RunTrace.EMPTY);
    }
}
