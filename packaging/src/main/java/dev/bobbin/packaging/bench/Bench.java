package dev.bobbin.packaging.bench;

import dev.bobbin.packaging.Folders;
import dev.bobbin.packaging.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Main class of {@code packaging/bench}. */
public final class Bench {

    private static final List<String> WITHOUT_DISPLAY = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private Bench() {}

    /** @param arguments the program's folder, the JSON file to write, and the benchmarks to run; none runs all */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("Give the folder of the program and the file for the figures.");
        }
        Machine machine = Machine.here();
        Program program = Program.in(Path.of(arguments[0]));
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        Path work = Files.createTempDirectory("bobbin-bench");
        // Also when it is ended early.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(work)));
        boolean display = System.getenv("DISPLAY") != null || !machine.system().startsWith("Linux");
        List<Benchmark> all = Benchmarks.all(program, work, display ? List.of() : WITHOUT_DISPLAY);
        List<String> known = all.stream().map(Benchmark::name).toList();
        if (!known.containsAll(wanted)) {
            System.err.println("There are these benchmarks: " + String.join(" ", known));
            System.exit(2);
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(
                display ? "The window was shown on a display." : "Without a display: the window was drawn, not shown.");
        remarks.add(
                Files.exists(program.caches().resolve("made"))
                        ? "With the caches for quick starts."
                        : "Without the caches for quick starts.");
        List<Section> sections = new ArrayList<>();
        for (Benchmark benchmark : all) {
            if (wanted.isEmpty() || wanted.contains(benchmark.name())) {
                measure(benchmark, sections, remarks);
            }
        }
        Report report = Report.of(machine, sections, remarks);
        report.writeTo(Path.of(arguments[1]));
        System.out.print(report.table());
    }

    private static void delete(Path work) {
        try {
            Folders.delete(work);
        } catch (IOException e) {
            System.err.println("What was measured with is left in " + work + ": " + e.getMessage());
        }
    }

    private static void measure(Benchmark benchmark, List<Section> sections, List<String> remarks)
            throws InterruptedException {
        try {
            sections.add(new Section(benchmark.name(), benchmark.measure()));
        } catch (IOException e) {
            remarks.add("Could not be measured: " + benchmark.name() + ": " + e.getMessage());
        }
    }
}
