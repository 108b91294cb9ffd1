package dev.bobbin.packaging.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.ItemCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Calls through one kind of engine, in a process like the window's.
 *
 * @param engine its name on the command line
 * @param item the folder of the benchmark's item
 */
record Calls(String engine, Path item) implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HELLO = "{\"name\": \"Ada\"}";
    private static final int STARTS = 5;
    private static final int EDITS = 15;
    private static final int WARM_UP_CALLS = 200;
    private static final int CALLS = 1000;
    private static final int LARGE_CALLS = 5;
    private static final int MEGABYTE = 1_000_000;

    @Override
    public String name() {
        return engine;
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        List<Measurement> rows = new ArrayList<>(starts());
        try (EngineSession session = EngineSession.of(engine, item)) {
            ItemCode code = session.code();
            session.call(code, "hello", HELLO);
            rows.add(Measurement.of("edit to result, 2 s after the edit before", "ms", 500.0, edits(session, 2000)));
            rows.add(row("edit to result, edits one after another", edits(session, 0)));
            rows.addAll(warm(session, code));
            String large = "{\"text\": \"" + "x".repeat(MEGABYTE) + "\"}";
            rows.add(row("call with 1 MB in", Timing.millis(LARGE_CALLS, () -> session.call(code, "length", large))));
            String wanted = "{\"characters\": " + 10 * MEGABYTE + "}";
            rows.add(row("call with 10 MB out", Timing.millis(LARGE_CALLS, () -> session.call(code, "text", wanted))));
        }
        return rows;
    }

    private List<Measurement> starts() throws IOException {
        double[] cold = new double[STARTS];
        double[] warm = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            cold[i] = Timing.millis(() -> {
                try (EngineSession session = EngineSession.of(engine, item)) {
                    session.call(session.code(), "hello", HELLO);
                }
            });
            try (EngineSession session = EngineSession.of(engine, item)) {
                session.warmUp();
                warm[i] = Timing.millis(() -> session.call(session.code(), "hello", HELLO));
            }
        }
        return List.of(
                row("cold start: new engine to first result", cold),
                row("warm start: waiting engine to first result", warm));
    }

    /** @param pause between edits, in milliseconds; a person makes one, in which an engine may prepare for the next */
    private static double[] edits(EngineSession session, long pause) throws IOException, InterruptedException {
        double[] times = new double[EDITS];
        for (int i = 0; i < EDITS; i++) {
            Thread.sleep(pause);
            ItemCode edited = session.edited();
            times[i] = Timing.millis(() -> session.call(edited, "hello", HELLO));
        }
        return times;
    }

    private static List<Measurement> warm(EngineSession session, ItemCode code) throws IOException {
        Timing.Work hello = () -> session.call(code, "hello", HELLO);
        Timing.millis(WARM_UP_CALLS, hello);
        Measurement calls = row("call of a hello function", Timing.millis(CALLS, hello));
        JsonNode nanos = JSON.readTree(session.call(code, "direct", "{\"name\": \"Ada\", \"times\": " + CALLS + "}"));
        Measurement direct = row(
                "the same work called directly in the same interpreter",
                StreamSupport.stream(nanos.spliterator(), false)
                        .mapToDouble(value -> value.asDouble() / 1e6)
                        .toArray());
        double added = calls.p50() - direct.p50();
        return List.of(calls, direct, Measurement.of("what Bobbin adds to a call (p50 less p50)", "ms", 3.0, added));
    }

    private static Measurement row(String name, double... values) {
        return Measurement.of(name, "ms", null, values);
    }
}
