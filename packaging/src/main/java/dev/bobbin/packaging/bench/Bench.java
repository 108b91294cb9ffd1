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

    private static final int STARTS = 5;
    private static final List<String> WITHOUT_DISPLAY = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private Bench() {}

    /** @param arguments the program's folder and the JSON file to write */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give the folder of the program and the file for the figures.");
        }
        Machine machine = Machine.here();
        Program program = Program.in(Path.of(arguments[0]));
        Path work = Files.createTempDirectory("bobbin-bench");
        try {
            List<String> remarks = new ArrayList<>();
            boolean display =
                    System.getenv("DISPLAY") != null || !machine.system().startsWith("Linux");
            remarks.add(
                    display
                            ? "The window was shown on a display."
                            : "Without a display: the window was drawn, not shown.");
            remarks.add(
                    Files.exists(program.caches().resolve("made"))
                            ? "With the caches for quick starts."
                            : "Without the caches for quick starts.");
            WindowStarts window = new WindowStarts(program, work, display ? List.of() : WITHOUT_DISPLAY);
            List<Measurement> rows = new ArrayList<>(window.measure(STARTS));
            rows.addAll(new Calls(work).measure());
            rows.addAll(window.memory());
            Report report = Report.of(machine, rows, remarks);
            report.writeTo(Path.of(arguments[1]));
            System.out.print(report.table());
        } finally {
            Folders.delete(work);
        }
    }
}
