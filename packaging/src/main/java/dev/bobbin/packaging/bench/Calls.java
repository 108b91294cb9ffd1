package dev.bobbin.packaging.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Opens an item and calls its functions as the window does, through the emulator, in a process like the window's. */
final class Calls implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WARM_CALLS = 1000;
    private static final int FRESH_STARTS = 3;
    private static final int EDITS = 10;

    private final Path folder;
    private final Workspace workspace;

    /** @param workspace an empty folder */
    Calls(Path workspace) throws IOException {
        this.folder = Files.createDirectories(workspace.resolve("Bench.UserDataFunction"));
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), source());
        this.workspace = Workspace.at(workspace.resolve("data"));
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public List<Measurement> measure() throws IOException {
        List<Measurement> rows = new ArrayList<>();
        rows.add(Measurement.of("open item to functions listed, first item", "ms", null, open()));
        rows.add(Measurement.of("open item to functions listed, further items", "ms", null, times(20, this::open)));

        ItemFolder item = ItemReader.read(folder);
        ItemCode code = ItemCode.of(item);
        rows.add(Measurement.of(
                "new engine to first result",
                "ms",
                null,
                times(FRESH_STARTS, () -> withEngine(call -> call.hello(code)))));
        withEngine(session -> {
            session.hello(code);
            rows.add(Measurement.of("edit to result", "ms", 500.0, times(EDITS, () -> session.hello(edited(code)))));
            session.hello(code);
            Measurement warm = Measurement.of(
                    "call of a hello function", "ms", null, times(WARM_CALLS, () -> session.hello(code)));
            Measurement direct = Measurement.of(
                    "the same work called directly in the same interpreter",
                    "ms",
                    null,
                    session.direct(code, WARM_CALLS));
            rows.add(warm);
            rows.add(direct);
            rows.add(Measurement.of("what Bobbin adds to a call (p50 less p50)", "ms", 3.0, warm.p50() - direct.p50()));
            return 0;
        });
        return rows;
    }

    private double open() throws IOException {
        long begin = System.nanoTime();
        SourceParser.outline(ItemReader.read(folder).script());
        return millisSince(begin);
    }

    private double withEngine(Measured<Session> work) throws IOException {
        try (FunctionEngine engine = Emulator.engine("embedded").orElseThrow()) {
            return work.run(new Session(Emulator.invoker(engine), ItemReader.read(folder), workspace));
        }
    }

    /** The same code after a key was pressed: a text the engine has not seen. */
    private static ItemCode edited(ItemCode code) {
        return new ItemCode(code.script(), code.text() + "# " + UUID.randomUUID() + "\n", code.libraries());
    }

    private static double[] times(int count, Timed work) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = work.run();
        }
        return values;
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static String source() throws IOException {
        try (InputStream text = Calls.class.getResourceAsStream("function_app.py")) {
            if (text == null) {
                throw new IOException("The benchmark's functions are missing from the jar.");
            }
            return new String(text.readAllBytes(), UTF_8);
        }
    }

    /** Work that gives milliseconds. */
    private interface Timed {
        double run() throws IOException;
    }

    /** Work on something, that gives milliseconds. */
    private interface Measured<T> {
        double run(T subject) throws IOException;
    }

    private record Session(Invoker invoker, ItemFolder item, Workspace workspace) {

        double hello(ItemCode code) throws IOException {
            long begin = System.nanoTime();
            call(code, "hello", "{\"name\": \"Ada\"}");
            return millisSince(begin);
        }

        double[] direct(ItemCode code, int times) throws IOException {
            String output = call(code, "direct", "{\"name\": \"Ada\", \"times\": " + times + "}");
            JsonNode nanos = JSON.readTree(output);
            return StreamSupport.stream(nanos.spliterator(), false)
                    .mapToDouble(value -> value.asDouble() / 1e6)
                    .toArray();
        }

        private String call(ItemCode code, String function, String body) throws IOException {
            InvocationRequest request = new InvocationRequest(
                    UUID.randomUUID().toString(),
                    function,
                    body,
                    ServiceProfiles.standard(),
                    null,
                    ExecutingUser.LOCAL);
            InvocationResult result = invoker.start(item, code, workspace, request, _ -> {})
                    .result()
                    .join();
            if (result instanceof InvocationResult.Answered answered
                    && answered.envelope().status() == Status.SUCCEEDED) {
                return answered.envelope().outputJson();
            }
            throw new IOException("The function " + function + " did not succeed: " + result);
        }
    }
}
