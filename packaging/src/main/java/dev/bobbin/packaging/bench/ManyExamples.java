package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.packaging.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bobbin test} with 500 approved examples, as a build server calls it. */
final class ManyExamples implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXAMPLES = 500;
    private static final int RUNS = 3;

    private final Program program;
    private final Path work;

    /** @param work an empty folder */
    ManyExamples(Program program, Path work) {
        this.program = program;
        this.work = work;
    }

    @Override
    public String name() {
        return "examples";
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        Path workspace = Files.createDirectories(work.resolve("examples"));
        Path item = BenchItem.in(workspace);
        Path folder = Files.createDirectories(
                workspace.resolve(".bobbin/items").resolve(item.getFileName()).resolve("examples"));
        for (int i = 0; i < EXAMPLES; i++) {
            Map<String, Object> example = Map.of(
                    "name",
                    "number " + i,
                    "function",
                    "hello",
                    "input",
                    Map.of("name", "Ada " + i),
                    "expect",
                    Map.of("status", "Succeeded", "httpStatus", 200));
            Files.writeString(folder.resolve(i + ".json"), JSON.writeValueAsString(example));
        }
        List<Measurement> rows = new ArrayList<>();
        for (int parallel : new int[] {1, 2}) {
            double[] seconds = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                seconds[i] = run(item, parallel);
            }
            rows.add(Measurement.of(
                    "bobbin test of " + EXAMPLES + " examples, --parallel " + parallel, "s", null, seconds));
        }
        return rows;
    }

    private double run(Path item, int parallel) throws IOException, InterruptedException {
        Path said = work.resolve("examples.txt");
        long begin = System.nanoTime();
        int code = program.start(
                        work,
                        List.of(),
                        List.of(
                                "test",
                                item.toString(),
                                "--parallel",
                                Integer.toString(parallel),
                                "--junit",
                                "junit.xml"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("The examples failed: " + Files.readString(said));
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
