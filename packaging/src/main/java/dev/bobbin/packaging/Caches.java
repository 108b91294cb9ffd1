package dev.bobbin.packaging;

import dev.bobbin.emulator.python.EngineLaunch;
import dev.bobbin.packaging.bench.window.WindowTraining;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the ahead-of-time caches that let Bobbin start quickly: one each for the window, the command line and the engine.
 * Every process is started once to record what it loads, with the very options it is used with later, and a cache is made
 * of the record. A cache holds for the same Java, options and unchanged jars only; Bobbin starts without it as well.
 */
public final class Caches {

    private static final long LIMIT_SECONDS = 600;

    private final Program program;
    private final Path work;

    private Caches(Program program, Path work) {
        this.program = program;
        this.work = work;
    }

    /** @param arguments the program's folder, which is also its property {@code bobbin.home} */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("Give the folder of the program, and nothing else.");
        }
        Path home = Path.of(arguments[0]).toRealPath();
        System.setProperty("bobbin.home", home.toString());
        Program program = Program.in(home);
        // A launcher that found an older cache would use it instead of recording.
        Folders.delete(program.caches());
        Path work = Files.createTempDirectory("bobbin-caches");
        try {
            new Caches(program, work).make();
        } finally {
            Folders.delete(work);
        }
    }

    private void make() throws IOException, InterruptedException {
        TrainingItem item = TrainingItem.in(work);
        List<Part> parts = List.of(engine(item), command(item), window());
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            parts.forEach(part -> executor.submit(() -> make(part)));
        }

        // Also when a part failed: trying again would take as long and fail again. The folder is kept because a cache
        // of the window holds for this place only.
        Files.writeString(
                Files.createDirectories(program.caches()).resolve("made"),
                program.home().toString());
    }

    /**
     * Makes the engine's cache alone, and leaves the program as it is.
     *
     * @param work folder for what is written meanwhile
     * @return the cache, in that folder
     */
    static Path ofTheEngine(Program program, Path work) throws IOException, InterruptedException {
        Caches caches = new Caches(program, work);
        return caches.train(caches.engine(TrainingItem.in(work)));
    }

    private Part engine(TrainingItem item) throws IOException {
        Path messages = Files.writeString(work.resolve("messages.jsonl"), item.messages());
        String classPath = program.home().resolve("lib/bobbin.jar").toString();
        EngineLaunch engine = EngineLaunch.fromSystemProperties();
        return new Part(
                "engine",
                options -> new ProcessBuilder(
                                engine.with(classPath, null, options).command())
                        .directory(work.toFile())
                        .redirectInput(messages.toFile()),
                "\"status\": \"Succeeded\"");
    }

    private Part command(TrainingItem item) throws IOException {
        Path requests = Files.writeString(work.resolve("requests.jsonl"), item.requests());
        List<String> batch = List.of(
                "batch",
                item.folder().toString(),
                requests.toString(),
                "--data",
                work.resolve("data").toString());
        return new Part("command", options -> program.start(work, options, batch), "\"status\":\"Succeeded\"");
    }

    private Part window() {
        return new Part("window", this::window, WindowTraining.PROOF);
    }

    /** A window that is drawn only, with settings of its own: whoever makes the caches may have others. */
    private ProcessBuilder window(List<String> options) {
        List<String> drawnOnly = List.of(
                "-Dglass.platform=Headless", "-Dprism.order=sw", "-Dbobbin.settings=" + work.resolve("settings"));
        return program.startInWindow(
                work, Stream.concat(options.stream(), drawnOnly.stream()).toList(), WindowTraining.class, List.of());
    }

    /**
     * A part of the program that is trained.
     *
     * @param start a start of it with further Java options
     * @param proof what it prints when it has done what it was started for
     */
    private record Part(String name, Function<List<String>, ProcessBuilder> start, String proof) {}

    private void make(Part part) {
        try {
            Path made = train(part);
            Files.createDirectories(program.caches());
            Files.copy(made, program.caches().resolve(made.getFileName()));
        } catch (IOException | InterruptedException e) {
            System.err.println(
                    "No cache for the part '" + part.name() + "', which will start more slowly: " + e.getMessage());
        }
    }

    private Path train(Part part) throws IOException, InterruptedException {
        String configuration = "-XX:AOTConfiguration=" + part.name() + ".conf";
        Path made = work.resolve(part.name() + ".aot");
        String said = run(part.name(), part.start().apply(List.of("-XX:AOTMode=record", configuration)));
        if (!said.contains(part.proof())) {
            throw new IOException("The training did not succeed:\n" + said);
        }
        run(
                part.name(),
                part.start().apply(List.of("-XX:AOTMode=create", configuration, "-XX:AOTCache=" + made.getFileName())));
        return made;
    }

    /** @return what it printed */
    private String run(String part, ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = work.resolve(part + ".txt");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Not ended after " + LIMIT_SECONDS + " s: " + builder.command());
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        if (process.exitValue() != 0) {
            throw new IOException(
                    "Ended with exit code " + process.exitValue() + ": " + builder.command() + "\n" + said);
        }
        return said;
    }
}
