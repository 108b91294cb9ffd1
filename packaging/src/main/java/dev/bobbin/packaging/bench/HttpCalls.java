package dev.bobbin.packaging.bench;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.serve.EndpointListener;
import dev.bobbin.emulator.serve.EndpointSettings;
import dev.bobbin.emulator.serve.LocalEndpoint;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls of a hello function over HTTP, with several clients, beside the same calls as {@code batch} makes them. */
final class HttpCalls implements Benchmark {

    private static final String HELLO = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str) -> str:
                return f"Hello, {name}!"
            """;

    private static final String BODY = "{\"name\": \"Ada\"}";
    private static final int[] CLIENTS = {1, 8, 64};
    private static final int CALLS = 4000;
    private static final int WARM_UP = 2000;

    private final Path folder;
    private final Workspace workspace;

    /** @param work an empty folder */
    HttpCalls(Path work) throws IOException {
        this.folder = Files.createDirectories(work.resolve("Http.UserDataFunction"));
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), HELLO);
        this.workspace = Workspace.at(work.resolve("http-data"));
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public List<Measurement> measure() throws IOException, InterruptedException {
        List<Measurement> rows = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        for (int engines = 1; engines <= cores; engines *= 2) {
            measure(engines, rows);
        }
        return rows;
    }

    private void measure(int engines, List<Measurement> rows) throws IOException, InterruptedException {
        String with = engines + (engines == 1 ? " Python process" : " Python processes");
        try (EnginePool pool = new EnginePool(() -> Emulator.engine("embedded").orElseThrow(), engines, engines)) {
            Invoker invoker = Emulator.invoker(pool);
            ItemFolder item = ItemReader.read(folder);
            try (LocalEndpoint endpoint = LocalEndpoint.start(
                    folder, workspace, invoker, EndpointSettings.onLoopback(0), EndpointListener.NONE)) {
                warmUp(endpoint.port(), pool, engines);
                Measurement batch = Measurement.of(
                        "one after the other, as batch calls, " + with, "ms", null, batch(invoker, item));
                rows.add(batch);
                for (int clients : CLIENTS) {
                    Outcome outcome = http(endpoint.port(), clients, CALLS);
                    String what = "over HTTP, " + clients + (clients == 1 ? " client, " : " clients, ") + with;
                    rows.add(Measurement.of(what, "ms", null, outcome.millis()));
                    rows.add(Measurement.of("calls per second " + what, "1/s", null, outcome.perSecond()));
                    if (clients == 1) {
                        double added = rows.get(rows.size() - 2).p50() - batch.p50();
                        rows.add(Measurement.of("what HTTP adds (p50 less p50), " + with, "ms", 1.0, added));
                    }
                }
            }
        }
    }

    /** Calls until every process has taken part, and the compiler has had its time. */
    private static void warmUp(int port, EnginePool pool, int engines) throws IOException, InterruptedException {
        do {
            http(port, engines * 4, WARM_UP);
        } while (pool.size() < engines);
        http(port, engines * 4, WARM_UP);
    }

    private double[] batch(Invoker invoker, ItemFolder item) {
        double[] millis = new double[CALLS];
        ItemCode code = ItemCode.of(item);
        for (int i = 0; i < CALLS; i++) {
            long begin = System.nanoTime();
            InvocationRequest request = new InvocationRequest(
                    UUID.randomUUID().toString(), "hello", BODY, ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
            invoker.start(item, code, workspace, request, _ -> {}).result().join();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return millis;
    }

    private static Outcome http(int port, int clients, int calls) throws IOException, InterruptedException {
        double[] millis = new double[calls / clients * clients];
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client * (calls / clients);
                all.add(threads.submit(() -> {
                    try (HttpConnection connection = new HttpConnection(port, "/api/hello", BODY)) {
                        for (int i = 0; i < calls / clients; i++) {
                            millis[first + i] = connection.call();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A call over HTTP failed: " + e.getCause(), e);
        }
        return new Outcome(millis, millis.length / ((System.nanoTime() - begin) / 1e9));
    }

    private record Outcome(double[] millis, double perSecond) {}
}
