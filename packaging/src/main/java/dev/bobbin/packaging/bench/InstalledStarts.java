package dev.bobbin.packaging.bench;

import dev.bobbin.packaging.Folders;
import dev.bobbin.packaging.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts of the image that installers wrap: of its window, and of a run on the command line, first with an empty home. */
final class InstalledStarts implements Benchmark {

    private static final int RUNS = 5;

    private final Path image;
    private final Path work;
    private final List<String> windowOptions;

    /**
     * @param image need not be there; then it is said how to make it
     * @param work for what the starts leave behind
     * @param windowOptions Java options for a window that is drawn only, or none
     */
    InstalledStarts(Path image, Path work, List<String> windowOptions) {
        this.image = image;
        this.work = work;
        this.windowOptions = List.copyOf(windowOptions);
    }

    @Override
    public String name() {
        return "installed";
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        if (!Files.isDirectory(image)) {
            throw new IOException("there is no image yet; packaging/installer image makes it");
        }
        Program program = Program.in(image);
        List<Measurement> rows = new ArrayList<>(new WindowStarts(program, work, windowOptions).measure());
        Path item = BenchItem.in(Files.createDirectories(work.resolve("installed")));
        Path home = work.resolve("home");
        double[] first = new double[RUNS];
        double[] further = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            Folders.delete(home);
            Files.createDirectories(home);
            first[i] = run(program, item, home);
            further[i] = run(program, item, home);
        }
        rows.add(Measurement.of("bobbin run of a hello function, first in an empty home", "ms", null, first));
        rows.add(Measurement.of("bobbin run of a hello function, again", "ms", null, further));
        return rows;
    }

    private double run(Program program, Path item, Path home) throws IOException, InterruptedException {
        ProcessBuilder builder = program.start(
                        work,
                        List.of("-Duser.home=" + home),
                        List.of("run", item.toString(), "hello", "--input", "{\"name\": \"Ada\"}", "--no-history"))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("run.txt").toFile());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        long begin = System.nanoTime();
        int code = builder.start().waitFor();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (code != 0) {
            throw new IOException("A run failed: " + Files.readString(work.resolve("run.txt")));
        }
        return millis;
    }
}
