package dev.bobbin.packaging.bench;

import dev.bobbin.packaging.Program;
import dev.bobbin.packaging.bench.window.WindowScenarios.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The benchmarks there are. */
final class Benchmarks {

    private Benchmarks() {}

    /**
     * All of them, in the order of the report.
     *
     * @param program the program to start
     * @param work an empty folder for what they write
     * @param windowOptions Java options for a window that is drawn only, or none
     */
    static List<Benchmark> all(Program program, Path work, List<String> windowOptions) throws IOException {
        WindowStarts starts = new WindowStarts(program, work, windowOptions);
        Path item = BenchItem.in(work);
        return List.of(
                starts,
                new InstalledStarts(program.home().resolveSibling("image/bobbin"), work, windowOptions),
                new WindowWork("window", Part.WORK, program, work, windowOptions),
                new WindowWork("window-flood", Part.FLOOD, program, work, windowOptions),
                new WindowWork("window-data", Part.DATA, program, work, windowOptions),
                new OpenItem(item),
                new Checks(work),
                new Calls("embedded", item),
                new Calls("cpython", item),
                new HttpCalls(work),
                new OpenConnections(program, work),
                new ManyExamples(program, work),
                new SqlWork(work),
                new FileWork(work),
                new DeltaWork(work),
                new DocumentWork(work),
                new IdleMemory(starts));
    }
}
