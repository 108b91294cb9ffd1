package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.packaging.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the window several times; it reports itself how long after the start of its process each step was reached. */
final class WindowStarts implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STARTS = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Program program;
    private final Path folder;
    private final List<String> javaOptions;

    /**
     * @param folder for what the starts leave behind
     * @param javaOptions such as those of a window without a display
     */
    WindowStarts(Program program, Path folder, List<String> javaOptions) {
        this.program = program;
        this.folder = folder;
        this.javaOptions = List.copyOf(javaOptions);
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        double[] shown = new double[STARTS];
        double[] ready = new double[STARTS];
        double[] processor = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            Path file = Files.createTempFile(folder, "start", ".jsonl");
            Process process = start(file, true);
            try {
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("The window did not end by itself after its start was reported.");
                }
                shown[i] = step(file, "window-shown", "ms");
                ready[i] = step(file, "engine-ready", "ms");
                processor[i] = step(file, "window-shown", "cpuMs");
            } finally {
                end(process);
            }
        }
        return List.of(
                Measurement.of("process start to window shown", "ms", 1000.0, shown),
                Measurement.of("processor time of the window until shown", "ms", null, processor),
                Measurement.of("process start to engine ready", "ms", 2500.0, ready));
    }

    /** Resident memory of the window and of its engine, both started and idle; empty where this system does not tell. */
    List<Measurement> memory() throws IOException, InterruptedException {
        Path file = Files.createTempFile(folder, "memory", ".jsonl");
        Process process = start(file, false);
        try {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (steps(file).size() < 2) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IOException("The window did not report that it had started.");
                }
                Thread.sleep(50);
            }
            List<Measurement> rows = new ArrayList<>();
            ResidentMemory.megabytes(process.toHandle())
                    .ifPresent(value ->
                            rows.add(Measurement.of("resident memory of the window, engine idle", "MB", null, value)));
            OptionalLong children = process.descendants()
                    .map(ResidentMemory::megabytes)
                    .flatMapToLong(OptionalLong::stream)
                    .reduce(Long::sum);
            children.ifPresent(
                    value -> rows.add(Measurement.of("resident memory of the engine, idle", "MB", null, value)));
            return rows;
        } finally {
            end(process);
        }
    }

    private Process start(Path report, boolean exit) throws IOException {
        List<String> options = Stream.concat(
                        javaOptions.stream(),
                        Stream.of(
                                "-Dbobbin.startup.report=" + report.getFileName(),
                                "-Dbobbin.startup.exit=" + exit,
                                "-Dbobbin.startup.began=" + System.currentTimeMillis()))
                .toList();
        return program.start(folder, options, List.of())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("window.txt").toFile())
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().waitFor();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Map<String, JsonNode> steps(Path file) throws IOException {
        Map<String, JsonNode> steps = new HashMap<>();
        // A line still being written has no end yet.
        String text = Files.readString(file);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            JsonNode step = JSON.readTree(line);
            steps.put(step.path("step").asText(), step);
        }
        return steps;
    }

    private double step(Path file, String name, String figure) throws IOException {
        JsonNode step = steps(file).get(name);
        if (step == null) {
            throw new IOException("The window reported no step '" + name + "'. It said:\n"
                    + Files.readString(folder.resolve("window.txt")));
        }
        return step.path(figure).asDouble();
    }
}
